import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { kinds } from '../../../db/kinds.ts';
import type { AlertEvent } from '../../../db/subscribers/alert-event.ts';
import type { Followed, Portion } from '../../../db/subscribers/subscribers.ts';
import { moments } from '../../../db/subscribers/wishes.ts';
import { matcherOf } from '../../../notifier/match/matcher.ts';
import { wishing } from './people.ts';

const at = new Date('2026-11-24T10:00:00+09:00');
const gangnam: AlertEvent = {
  id: 'notice-2026000001',
  kind: 'notice',
  noticeId: '2026000001',
  noticeName: '등대마을 첫째 단지',
  noticeKind: 'apt',
  sido: '11',
  sigungu: '11680',
  path: '/notices/2026000001/',
  notBefore: at,
  expiresAt: new Date('2026-11-27T10:00:00+09:00'),
};

const channel = (id: number, more: Parameters<typeof wishing>[0] = {}, lane = 'push push.example.com'): Followed => ({
  id,
  lane,
  wishes: wishing(more),
});
const matcherFor = (channels: Followed[]) =>
  matcherOf({
    async each(visit) {
      for (const one of channels) visit(one);
    },
  });
const idsIn = (portions: Portion[]) => portions.flatMap(({ ids }) => [...ids]).sort((a, b) => a - b);

test('a notice reaches who follows its country, its 시도, its 시군구 or itself, each once', async () => {
  const matcher = await matcherFor([
    channel(1, { places: ['all'] }),
    channel(2, { places: ['11'] }),
    channel(3, { places: ['11680'] }),
    channel(4, { places: [], notices: ['2026000001'] }),
    channel(5, { places: ['all', '11', '11680'], notices: ['2026000001', '2026000002'] }),
    channel(6, { places: ['11650', '26', '26680'] }),
    channel(7, { places: [], notices: ['2026000002'] }),
  ]);
  expect(idsIn(matcher.portionsOf(gangnam, at))).toEqual([1, 2, 3, 4, 5]);
  expect(idsIn(matcher.portionsOf({ ...gangnam, sido: null, sigungu: null }, at))).toEqual([1, 4, 5]);
  expect(idsIn(matcher.portionsOf({ ...gangnam, sigungu: null }, at))).toEqual([1, 2, 4, 5]);
});

test('the kind counts for places and not for single notices; the moment counts for both', async () => {
  const matcher = await matcherFor([
    channel(1, { kinds: ['remainder'] }),
    channel(2, { kinds: ['remainder'], notices: ['2026000001'] }),
    channel(3, { moments: ['results'], notices: ['2026000001'] }),
    channel(4, { moments: ['correction'] }),
  ]);
  expect(idsIn(matcher.portionsOf(gangnam, at))).toEqual([2]);
  expect(idsIn(matcher.portionsOf({ ...gangnam, kind: 'results' }, at))).toEqual([2, 3]);
  expect(idsIn(matcher.portionsOf({ ...gangnam, kind: 'cancelled' }, at))).toEqual([2, 4]);
});

test('a portion shares a lane, an instant and a way, and its ids ascend', async () => {
  const matcher = await matcherFor([
    channel(9),
    channel(2, {}, 'email naver.com'),
    channel(40, { digestAt: 8 }),
    channel(33, { quiet: { from: 9, to: 11 } }),
    channel(5),
  ]);
  const portions = matcher.portionsOf(gangnam, at).map(({ ids, ...rest }) => ({ ...rest, ids: [...ids] }));
  const push = { lane: 'push push.example.com', notBefore: at, as: 'itself' as const };
  expect(portions).toHaveLength(4);
  expect(portions).toEqual(
    expect.arrayContaining([
      { ...push, ids: [5, 9] },
      { ...push, lane: 'email naver.com', ids: [2] },
      { ...push, notBefore: new Date('2026-11-24T11:00:00+09:00'), ids: [33] },
      { ...push, notBefore: new Date('2026-11-25T08:00:00+09:00'), as: 'digest', ids: [40] },
    ]),
  );
});

test('who is told whatever they follow must still be there', async () => {
  const matcher = await matcherFor([channel(1, { places: [], moments: [] }), channel(2)]);
  const also = new Uint32Array([1, 2, 3, 4_000_000]);
  expect(idsIn(matcher.portionsOf({ ...gangnam, kind: 'correction' }, at, { also }))).toEqual([1, 2]);
});

test('at an hour of their own come those alone who have it, and nobody who has heard otherwise', async () => {
  const closing = {
    ...gangnam,
    kind: 'closes-today' as const,
    notBefore: new Date('2026-11-24T09:00:00+09:00'),
    expiresAt: new Date('2026-11-24T17:30:00+09:00'),
  };
  const matcher = await matcherFor([channel(1), channel(2, { digestAt: 8 }), channel(3, { digestAt: 7 })]);
  expect(idsIn(matcher.portionsOf(closing, at, { hour: 8 }))).toEqual([2]);
  expect(idsIn(matcher.portionsOf(closing, at, { hour: 8, without: new Uint32Array([2]) }))).toEqual([]);
  expect(idsIn(matcher.portionsOf(closing, at, { without: new Uint32Array([2, 4_000_000]) }))).toEqual([1, 3]);
});

test('new wishes take the place of the old ones, and who has left is in nothing any more', async () => {
  const matcher = await matcherFor([]);
  matcher.add(channel(7, { places: ['11'], notices: ['2026000001'] }));
  matcher.add(channel(8));
  matcher.change(channel(7, { places: ['26'], notices: [] }));
  expect(idsIn(matcher.portionsOf(gangnam, at))).toEqual([8]);
  matcher.change(channel(7, { places: [], notices: ['2026000001'] }));
  expect(idsIn(matcher.portionsOf(gangnam, at))).toEqual([7, 8]);
  matcher.change(channel(7, { places: [], notices: ['2026000001', '2026000001'] }));
  matcher.change(channel(7, { places: [], notices: ['2026000002'] }));
  expect(idsIn(matcher.portionsOf(gangnam, at))).toEqual([8]);
  matcher.remove(7);
  matcher.remove(7);
  matcher.remove(123_456);
  expect(idsIn(matcher.portionsOf(gangnam, at))).toEqual([8]);
  expect(matcher.size).toBe(1);
});

test.each<Partial<Parameters<typeof wishing>[0]> & { lane?: string }>([
  { places: ['11'] },
  { kinds: ['apt', 'officetel'] },
  { moments: ['notice'] },
  { notices: ['2026000001'] },
  { digestAt: 8 },
  { quiet: { from: 9, to: 11 } },
  { lane: 'push push.apple.com' },
])('where one thing alone is new, %o, it counts', async ({ lane, ...wish }) => {
  const matcher = await matcherFor([channel(7)]);
  matcher.add(channel(7));
  matcher.change(channel(7, wish, lane));
  const fresh = await matcherFor([channel(7, wish, lane)]);
  for (const event of [gangnam, { ...gangnam, sido: '26' }, { ...gangnam, noticeKind: 'remainder' as const }])
    for (const kind of ['notice', 'results'] as const)
      expect(matcher.portionsOf({ ...event, kind }, at)).toEqual(fresh.portionsOf({ ...event, kind }, at));
});

test('however many notices strangers follow, somebody new costs no more than the notices of their own', async () => {
  const matcher = await matcherFor([]);
  const notices = (from: number) => Array.from({ length: 50 }, (_, i) => String(1_000_000_000 + from * 50 + i));
  for (let id = 1; id <= 4_000; id++) matcher.add(channel(id, { places: [], notices: notices(id) }));
  // With a look at each of the 200,000 lists this takes longer than a test may.
  for (let i = 0; i < 1_000; i++) matcher.change(channel(7, { places: [], notices: notices(4_001 + (i % 2)) }));
  const of = (noticeId: string) => idsIn(matcher.portionsOf({ ...gangnam, noticeId }, at));
  expect([of(notices(7)[0]!), of(notices(4_002)[49]!), of(notices(8)[3]!)]).toEqual([[], [7], [8]]);
});

const anyWishes = fc.record({
  places: fc.uniqueArray(fc.constantFrom('all', '11', '11680', '26', '26110', '99', 'x')),
  kinds: fc.uniqueArray(fc.constantFrom(...kinds)),
  notices: fc.uniqueArray(fc.constantFrom('2026000001', '2026000002', '2026000003')),
  moments: fc.uniqueArray(fc.constantFrom(...moments)),
  digestAt: fc.option(fc.integer({ min: 0, max: 23 })),
  quiet: fc.option(fc.record({ from: fc.integer({ min: 0, max: 23 }), to: fc.integer({ min: 0, max: 23 }) })),
});
const anyId = fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 70_000 }));
const anyStep = fc.record({ id: anyId, wishes: fc.option(anyWishes) });
const anyEvent = fc.record({
  kind: fc.constantFrom(...moments, 'cancelled' as const),
  noticeId: fc.constantFrom('2026000001', '2026000002', '2026000009'),
  noticeKind: fc.constantFrom(...kinds),
  sido: fc.constantFrom('11', '26', '41', null),
});

test('whatever comes and goes, a match finds whom a look at each channel finds', async () => {
  const steps = fc.array(anyStep, { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(steps, anyEvent, async (some, found) => {
      const event = {
        ...gangnam,
        ...found,
        sigungu: found.sido && { 11: '11680', 26: '26110', 41: null }[found.sido]!,
      };
      const matcher = await matcherFor([]);
      const there = new Map<number, Followed['wishes']>();
      for (const { id, wishes } of some) {
        if (wishes) matcher.add({ id, lane: 'push', wishes });
        else matcher.remove(id);
        if (wishes) there.set(id, wishes);
        else there.delete(id);
      }
      const moment = event.kind === 'cancelled' ? 'correction' : event.kind;
      const expected = [...there].filter(
        ([, { places, kinds: sorts, notices, moments: wanted }]) =>
          wanted.includes(moment) &&
          (notices.includes(event.noticeId) ||
            (sorts.includes(event.noticeKind) &&
              places.some((place) => place === 'all' || place === event.sido || place === event.sigungu))),
      );
      const ids = expected.map(([id]) => id).sort((a, b) => a - b);
      // A span of days: nobody's quiet outlasts it.
      expect(idsIn(matcher.portionsOf(event, at))).toEqual(ids);
      expect(matcher.size).toBe(there.size);
    }),
    { numRuns: 300 },
  );
});

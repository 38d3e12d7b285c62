import { assert, integer, nat, property, record, tuple, uniqueArray } from 'fast-check';
import { expect, test } from 'vitest';
import { cacheControl, refusalControl, type Countdown } from '../../../site/origin/cache-control.ts';

const second = 1_000;
const T = Date.parse('2026-11-24T19:30:00+09:00');
const long = T - 86_400 * second;

/** Seconds that a header grants. */
function granted(header: string) {
  const seconds = (name: string) => Number(new RegExp(`${name}=(\\d+)`).exec(header)?.[1] ?? 0);
  return { fresh: seconds('s-maxage'), stale: seconds('stale-while-revalidate') };
}

function at(now: number, more: Partial<Countdown> = {}) {
  return granted(cacheControl('/', { now, instants: [T], asOf: long, servedAt: long, ...more }));
}

test.each([
  [-3_600, 60, 30],
  [-90, 60, 30],
  [-89, 60, 29],
  [-61, 60, 1],
  [-60, 60, 0],
  [-59, 59, 0],
  [-1, 1, 0],
  [-0.999, 0, 0],
  [-0.001, 0, 0],
  [0, 0, 0],
  [2.999, 0, 0],
  [3, 5, 0],
  [86_400, 5, 0],
])('%s s from an instant that no release has answered yet: %i s fresh, %i s stale', (seconds, fresh, stale) => {
  expect(at(T + seconds * second)).toEqual({ fresh, stale });
});

test.each([
  [0, 5, 0],
  [179.999, 5, 0],
  [180, 60, 30],
])('%s s after the release that answers it: %i s fresh, %i s stale', (seconds, fresh, stale) => {
  const servedAt = T + 40 * second;
  expect(at(servedAt + seconds * second, { asOf: T, servedAt })).toEqual({ fresh, stale });
});

test('a release of the millisecond before an instant does not answer it', () => {
  expect(at(T + 600 * second, { asOf: T - 1 }).fresh).toBe(5);
  expect(at(T + 600 * second, { asOf: T }).fresh).toBe(60);
});

test('a path that no instant concerns has the usual rule; an asset is kept for a year, whatever comes', () => {
  expect(at(T, { instants: [] })).toEqual({ fresh: 60, stale: 30 });
  const asset = cacheControl('/_astro/a.css', { now: T, instants: [T], asOf: long, servedAt: long });
  expect(asset).toBe('public, max-age=31536000, immutable');
});

test('a header is written the same way at all times, and grants no stale second that is none', () => {
  const said = (now: number) => cacheControl('/', { now, instants: [T], asOf: long, servedAt: long });
  expect([said(T - 75 * second), said(T), said(T + 3 * second)]).toEqual([
    'public, max-age=0, s-maxage=60, stale-while-revalidate=15, stale-if-error=86400',
    'public, max-age=0, s-maxage=0, stale-if-error=86400',
    'public, max-age=0, s-maxage=5, stale-if-error=86400',
  ]);
});

test('what is not there is kept for five seconds, any other failure not at all', () => {
  expect([404, 400, 405, 414, 416, 500, 503].map(refusalControl)).toEqual([
    'public, max-age=0, s-maxage=5',
    ...Array.from({ length: 6 }, () => 'no-store'),
  ]);
});

/** Instants close enough together, and to the rest, for every case to happen. */
const time = integer({ min: T - 300 * second, max: T + 300 * second });
const situation = record({
  now: time,
  instants: uniqueArray(time, { maxLength: 6 }).map((times) => times.sort((a, b) => a - b)),
  asOf: time,
  servedAt: time,
});
const soonest = ({ now, instants }: Countdown) => instants.find((instant) => instant > now) ?? Infinity;

test('nothing is kept past the next instant', () => {
  assert(
    property(situation, (each) => {
      const { fresh, stale } = granted(cacheControl('/', each));
      expect(each.now + (fresh + stale) * second).toBeLessThanOrEqual(soonest(each));
      expect([fresh <= 60, stale <= 30]).toEqual([true, true]);
    }),
    { numRuns: 5_000 },
  );
});

test('the rule is that of DESIGN §7 but for the moments in which a release is about to come, whatever the order of things', () => {
  assert(
    property(situation, (each) => {
      const { now, instants, asOf, servedAt } = each;
      const passed = instants.filter((instant) => instant <= now);
      const hasty = passed.some((instant) => instant > asOf) || (passed.length > 0 && now < servedAt + 180 * second);
      const d = Math.floor((soonest(each) - now) / second);
      const expected = passed.length > 0 && passed.at(-1)! > asOf && now - passed.at(-1)! < 3 * second;
      const fresh = Math.min(expected ? 0 : hasty ? 5 : 60, d);
      const stale = hasty ? 0 : Math.min(30, Math.max(0, d - fresh));
      expect(granted(cacheControl('/', each))).toEqual({ fresh, stale });
    }),
    { numRuns: 5_000 },
  );
});

test('on the way to an instant the seconds only shrink', () => {
  const way = tuple(nat(300 * second), nat(300 * second)).map((pair) => pair.sort((a, b) => b - a));
  assert(
    property(way, ([far, near]) => {
      const [earlier, later] = [at(T - 1 - far), at(T - 1 - near)];
      expect([later.fresh <= earlier.fresh, later.stale <= earlier.stale]).toEqual([true, true]);
    }),
  );
});

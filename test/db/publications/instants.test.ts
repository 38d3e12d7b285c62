import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  closesAt,
  noOrders,
  publication,
  usualHours,
  type Ordered,
  type PublicationDays,
  type ResultKind,
} from '../../../db/catalog/publication.ts';
import { receiptState } from '../../../db/catalog/receipt-state.ts';
import { dayAfter, koreanInstant, koreanStamp } from '../../../db/clock.ts';
import { aptNotice } from '../../../db/ingest/rows/apt.ts';
import { rowsOf, type PublicationOrder } from '../../../db/publications/order.ts';
import { orderedOf } from '../../../db/publications/ordered-of.ts';
import { aptNoticeRow } from '../../rows.ts';
import { extend, hold, move, resume } from './orders.ts';

/* Any receipt of some weeks, any days of it missing, under any orders in any order. */

const id = '2026000001';
const kinds: ResultKind[] = ['competition', 'special-supply', 'score'];
const hours = fc.constantFrom(
  usualHours,
  { competition: '17:30', score: '00:00' },
  { competition: '23:59', score: '12:00' },
);

const day = fc.nat(30).map((n) => dayAfter('2026-11-16', n));
const anyDay = fc.option(day, { freq: 4 });
const notice = fc
  .record({
    receiptBeginsOn: anyDay,
    receiptEndsOn: anyDay,
    specialEndsOn: anyDay,
    rank1LocalBeginsOn: anyDay,
    rank1LocalEndsOn: anyDay,
    rank2OtherEndsOn: anyDay,
    winnersOn: anyDay,
  })
  .map((days): PublicationDays & { id: string } => ({ ...unknownDays, ...days, ...noOrders, id }));
const unknownDays = Object.fromEntries(
  Object.keys(aptNotice.parse(aptNoticeRow)).map((field) => [field, null]),
) as unknown as PublicationDays;

const instant = fc
  .tuple(day, fc.nat(24 * 60 - 1))
  .map(([on, minutes]) => koreanStamp(new Date(koreanInstant(on).getTime() + minutes * 60_000)));
const about = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ noticeId: id }) },
  fc.constant({ noticeId: '2026000002' }),
  day.map((closingOn) => ({ closingOn })),
);
const holds = about.chain((whom) => fc.constantFrom(hold(whom), resume(whom)));
const moves = fc
  .tuple(about, instant, fc.constantFrom('competition' as const, 'score' as const))
  .map(([whom, to, results]) => move(whom, to, results));
const extensions = fc.tuple(about, instant).map(([whom, until]) => extend(whom, until));
const orders = fc.array(fc.oneof(holds, moves, extensions), { maxLength: 8 });

const under = (of: PublicationDays & { id: string }, given: PublicationOrder[]) => ({
  ...of,
  ...orderedOf(of, rowsOf(given)),
});

test('no orders at all make anything public earlier than its public dates say', () => {
  fc.assert(
    fc.property(notice, orders, hours, (of, given, set) => {
      for (const kind of kinds) {
        const computed = publication(of, kind, set);
        const instantUnder = publication(under(of, given), kind, set);
        if (computed && instantUnder) expect(instantUnder.getTime()).toBeGreaterThanOrEqual(computed.getTime());
      }
    }),
  );
});

test('nothing is public while anybody can apply, nor a score before the competition', () => {
  fc.assert(
    fc.property(notice, orders, hours, (of, given, set) => {
      const its = under(of, given);
      const [competition, special, score] = kinds.map((kind) => publication(its, kind, set));
      expect(special).toEqual(competition);
      if (score) expect(score >= competition!).toBe(true);
      const closes = closesAt(its);
      if (competition && closes) expect(competition >= closes).toBe(true);
      if (competition && its.extendedTo) expect(competition >= new Date(its.extendedTo)).toBe(true);
      if (competition) expect(receiptState(its, competition)).not.toBe('open');
    }),
  );
});

test('a receipt is never shortened', () => {
  fc.assert(
    fc.property(notice, orders, (of, given) => {
      const official = closesAt(of);
      const closes = closesAt(under(of, given));
      expect(closes === null).toBe(official === null);
      if (closes) expect(closes >= official!).toBe(true);
    }),
  );
});

test('what is missing is held, unless a move stands in for it; what is held by order is held whatever else is ordered', () => {
  fc.assert(
    fc.property(notice, orders, (of, given) => {
      const its = under(of, given);
      for (const kind of kinds) {
        expect(publication(under(of, [...given, hold({ noticeId: id })]), kind, usualHours)).toBeNull();
        if (!its.competitionMovedTo && !its.scoreMovedTo && !its.held)
          expect(publication(its, kind, usualHours) === null).toBe(publication(of, kind, usualHours) === null);
      }
      if (!its.held && its.competitionMovedTo) expect(publication(its, 'competition', usualHours)).not.toBeNull();
    }),
  );
});

test('of each sort the latest order counts, however the sorts are mixed', () => {
  const mixed = fc.tuple(fc.array(holds), fc.array(moves), fc.array(extensions)).chain(([a, b, c]) =>
    fc.tuple(
      fc.constant([...a, ...b, ...c]),
      fc
        .shuffledSubarray([...a.map(() => 0), ...b.map(() => 1), ...c.map(() => 2)], {
          minLength: a.length + b.length + c.length,
        })
        .map((turns) => {
          const queues = [[...a], [...b], [...c]];
          return turns.map((turn) => queues[turn]!.shift()!);
        }),
    ),
  );
  fc.assert(
    fc.property(notice, mixed, (of, [sorted, shuffled]) => {
      expect(orderedOf(of, rowsOf(shuffled))).toEqual(orderedOf(of, rowsOf(sorted)));
    }),
  );
});

test('a move to the computed instant or before, and an extension to the close or before, change nothing', () => {
  const complete: PublicationDays & { id: string } = { ...aptNotice.parse(aptNoticeRow), ...noOrders, id };
  fc.assert(
    fc.property(fc.nat(100_000), fc.nat(100_000), (early, earlier) => {
      const computed = publication(complete, 'competition', usualHours)!;
      const moved = move({ noticeId: id }, koreanStamp(new Date(computed.getTime() - early * 1_000)));
      const extended = extend({ noticeId: id }, koreanStamp(new Date(closesAt(complete)!.getTime() - earlier * 1_000)));
      const its = under(complete, [moved, extended]);
      for (const kind of kinds)
        expect(publication(its, kind, usualHours)).toEqual(publication(complete, kind, usualHours));
      expect(closesAt(its)).toEqual(closesAt(complete));
    }),
  );
});

const none: Ordered = noOrders;
const closed = { ...aptNotice.parse(aptNoticeRow), ...none, id };

test('an extended receipt publishes as long after its close as any other, by the hour that is set', () => {
  const to = (until: string, set = usualHours) =>
    publication(under(closed, [extend({ noticeId: id }, until)]), 'competition', set);
  expect(to('2025-07-18T23:00:00+09:00')).toEqual(koreanInstant('2025-07-19', '01:00'));
  expect(to('2025-07-18T18:00:00+09:00')).toEqual(koreanInstant('2025-07-18', '20:00'));
  expect(to('2025-07-19T00:00:00+09:00')).toEqual(koreanInstant('2025-07-19', '02:00'));
  expect(to('2025-07-21T17:30:00+09:00')).toEqual(koreanInstant('2025-07-21', '19:30'));
  expect(to('2025-07-21T12:00:00+09:00')).toEqual(koreanInstant('2025-07-21', '19:30'));
  expect(to('2025-07-18T23:00:00+09:00', { competition: '18:00', score: '09:00' })).toEqual(
    koreanInstant('2025-07-18', '23:30'),
  );
});

test('a move of the competition takes special supply with it, and scores only where they would come before it', () => {
  const its = under(closed, [move({ noticeId: id }, '2025-08-05T12:00:00+09:00')]);
  expect(kinds.map((kind) => publication(its, kind, usualHours))).toEqual(
    Array.from({ length: 3 }, () => koreanInstant('2025-08-05', '12:00')),
  );
  const score = under(closed, [move({ noticeId: id }, '2025-08-06T09:00:00+09:00', 'score')]);
  expect(kinds.map((kind) => publication(score, kind, usualHours))).toEqual([
    koreanInstant('2025-07-18', '19:30'),
    koreanInstant('2025-07-18', '19:30'),
    koreanInstant('2025-08-06', '09:00'),
  ]);
});

test('a move stands in for a missing date, but never before the last day that is known', () => {
  const open = { ...closed, rank2LocalEndsOn: null, winnersOn: null };
  const at = (to: string, results?: 'score') => {
    const its = under(open, [move({ noticeId: id }, '2025-07-25T10:00:00+09:00'), move({ noticeId: id }, to, results)]);
    return publication(its, results ?? 'competition', usualHours);
  };
  expect(at('2025-07-22T10:00:00+09:00')).toEqual(koreanInstant('2025-07-22', '10:00'));
  expect(at('2025-07-10T10:00:00+09:00')).toEqual(koreanInstant('2025-07-18', '19:30'));
  expect(at('2025-08-10T10:00:00+09:00', 'score')).toEqual(koreanInstant('2025-08-10', '10:00'));
});

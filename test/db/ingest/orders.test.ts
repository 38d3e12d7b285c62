import { expect, test } from 'vitest';
import { takeHours } from '../../../db/catalog/hours.ts';
import type { Facts } from '../../../db/catalog/open.ts';
import { competition, events, scores, specialSupply } from '../../../db/catalog/schema.ts';
import { openIntake } from '../../../db/ingest/intake.ts';
import { operations } from '../../../db/ingest/operations.ts';
import { takeOrders } from '../../../db/publications/take-orders.ts';
import { freshCatalog } from '../../fresh.ts';
import { aptCompetitionRow, aptNoticeRow, aptScoreRow, aptSpecialSupplyRow } from '../../rows.ts';
import { extend, hold, move, resume } from '../publications/orders.ts';

/* The notice's receipt ends on 2025-07-18, its winners are announced on 2025-08-05. */

const about = { noticeId: aptNoticeRow.HOUSE_MANAGE_NO };
const long = '2030-01-01T00:00:00+09:00';

/** Takes the notice and all results of it in one run at an instant, and says how many of these came in. */
function takeAll(db: Facts, at: string) {
  const intake = openIntake(db, new Date(at));
  for (const [name, row] of [
    ['getAPTLttotPblancDetail', aptNoticeRow],
    ['getAPTLttotPblancCmpet', aptCompetitionRow],
    ['getAptLttotPblancScore', aptScoreRow],
    ['getAPTSpsplyReqstStus', aptSpecialSupplyRow],
  ] as const)
    intake.take(
      operations.find((each) => each.name === name)!,
      [{ place: name, row: { ...row, ...key } }],
    );
  const tables = { competition, specialSupply, scores };
  return Object.fromEntries(
    Object.entries(tables).map(([name, table]) => [name, db.select().from(table).all().length > 0]),
  );
}
const key = { HOUSE_MANAGE_NO: about.noticeId, PBLANC_NO: about.noticeId };
const nothing = { competition: false, specialSupply: false, scores: false };
const withoutScores = { competition: true, specialSupply: true, scores: false };
const all = { competition: true, specialSupply: true, scores: true };

test.each([
  ['moved', move(about, '2025-07-18T21:00:00+09:00'), '2025-07-18T21:00:00+09:00'],
  ['extended to 23:00', extend(about, '2025-07-18T23:00:00+09:00'), '2025-07-19T01:00:00+09:00'],
  ['extended by a day', extend({ closingOn: '2025-07-18' }, '2025-07-19T17:30:00+09:00'), '2025-07-19T19:30:00+09:00'],
])(
  'a notice that is %s gives nothing a millisecond before its new instant, not even in the run that brings it',
  (_, order, to) => {
    const { db } = freshCatalog();
    takeOrders(db, [order]);
    expect(takeAll(db, new Date(new Date(to).getTime() - 1).toISOString())).toEqual(nothing);
    expect(takeAll(db, to)).toEqual(withoutScores);
  },
);

test('a notice that is held gives nothing, and all once the hold is over', () => {
  const { db } = freshCatalog();
  takeOrders(db, [hold(about)]);
  expect(takeAll(db, long)).toEqual(nothing);
  expect(db.select({ id: events.id }).from(events).all()).toEqual([{ id: `notice-${about.noticeId}` }]);
  takeOrders(db, [hold(about), resume(about)]);
  expect(takeAll(db, long)).toEqual(all);
});

test('scores that are moved wait alone', () => {
  const { db } = freshCatalog();
  takeOrders(db, [move(about, '2025-08-06T09:00:00+09:00', 'score')]);
  expect(takeAll(db, '2025-08-06T08:59:59.999+09:00')).toEqual(withoutScores);
  expect(takeAll(db, '2025-08-06T09:00:00+09:00')).toEqual(all);
});

test('the hours that are set decide what comes in', () => {
  const { db } = freshCatalog();
  takeHours(db, { competition: '20:15', score: '10:00' });
  expect(takeAll(db, '2025-07-18T20:14:59.999+09:00')).toEqual(nothing);
  expect(takeAll(db, '2025-08-05T09:59:59.999+09:00')).toEqual(withoutScores);
  expect(takeAll(db, '2025-08-05T10:00:00+09:00')).toEqual(all);
});

test('competition and special supply are one piece of news, scores another', () => {
  const { db } = freshCatalog();
  const competitionAt = '2025-07-18T19:30:00+09:00';
  const scoresAt = '2025-08-05T09:00:00+09:00';
  for (const at of [competitionAt, scoresAt, long]) takeAll(db, at);
  const { noticeId } = about;
  expect(db.select().from(events).all().slice(1)).toEqual([
    { id: `results-${noticeId}`, kind: 'results', noticeId, at: new Date(competitionAt).toISOString() },
    { id: `results-${noticeId}-score`, kind: 'results', noticeId, at: new Date(scoresAt).toISOString() },
  ]);
});

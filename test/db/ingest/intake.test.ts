import { expect, test } from 'vitest';
import type { Facts } from '../../../db/catalog/open.ts';
import {
  competition,
  corrections,
  events,
  houseTypes,
  notices,
  quarantine,
  scores,
  specialSupply,
} from '../../../db/catalog/schema.ts';
import { openIntake } from '../../../db/ingest/intake.ts';
import { operations } from '../../../db/ingest/operations.ts';
import { freshCatalog } from '../../fresh.ts';
import { aptCompetitionRow, aptHouseTypeRow, aptNoticeRow, aptScoreRow, aptSpecialSupplyRow } from '../../rows.ts';

const operation = (name: string) => operations.find((each) => each.name === name)!;
const detail = operation('getAPTLttotPblancDetail');
const model = operation('getAPTLttotPblancMdl');
const rates = operation('getAPTLttotPblancCmpet');
const special = operation('getAPTSpsplyReqstStus');
const score = operation('getAptLttotPblancScore');

const announced = new Date('2025-07-01T00:00:00+09:00');
const beforeT = new Date('2025-07-18T19:29:59.999+09:00');
const atT = new Date('2025-07-18T19:30:00+09:00');
const beforeScore = new Date('2025-08-05T08:59:59.999+09:00');
const atScore = new Date('2025-08-05T09:00:00+09:00');

const rowsOf = (...rows: unknown[]) => rows.map((row, i) => ({ place: `line ${i + 1}`, row }));
const results: [typeof rates, object][] = [
  [rates, aptCompetitionRow],
  [special, aptSpecialSupplyRow],
];

function withNotice(db: Facts, changes: object = {}) {
  openIntake(db, announced).take(detail, rowsOf({ ...aptNoticeRow, ...changes }));
}

test('a notice that is new comes in with its place and its event', () => {
  const { db } = freshCatalog();
  const intake = openIntake(db, announced);
  intake.take(detail, rowsOf(aptNoticeRow));
  expect(intake.tally.rows.notice).toEqual({ new: 1, changed: 0, same: 0, quarantined: 0 });
  expect(db.select().from(notices).get()).toMatchObject({ sido: '41', sigungu: '41280', revision: 0 });
  expect(db.select().from(events).all()).toEqual([
    { id: 'notice-2025000280', kind: 'notice', noticeId: '2025000280', at: announced.toISOString() },
  ]);
});

test('a second sight that says the same changes nothing', () => {
  const { db } = freshCatalog();
  withNotice(db);
  const before = db.select().from(notices).all();
  const intake = openIntake(db, atT);
  intake.take(detail, rowsOf(aptNoticeRow));
  expect(intake.tally.rows.notice.same).toBe(1);
  expect(db.select().from(notices).all()).toEqual(before);
  expect(db.select().from(corrections).all()).toEqual([]);
});

test('a second sight that differs is a correction, field by field, with the Korean name of the field', () => {
  const { db } = freshCatalog();
  withNotice(db);
  openIntake(db, announced).take(model, rowsOf(aptHouseTypeRow));
  const intake = openIntake(db, atT);
  intake.take(detail, rowsOf({ ...aptNoticeRow, PRZWNER_PRESNATN_DE: '2025-08-12', PARCPRC_ULS_AT: 'N' }));
  intake.take(model, rowsOf({ ...aptHouseTypeRow, LTTOT_TOP_AMOUNT: '61,000' }));
  expect(db.select().from(corrections).all()).toEqual([
    expect.objectContaining({ label: '당첨자발표일', before: '2025-08-05', after: '2025-08-12', revision: 1 }),
    expect.objectContaining({ label: '분양가상한제', before: 'Y', after: 'N', seenAt: atT.toISOString() }),
    expect.objectContaining({
      label: '분양최고금액(만원)',
      before: '61340',
      after: '61000',
      modelNo: '01',
      revision: 1,
    }),
  ]);
  expect(db.select().from(notices).get()).toMatchObject({ winnersOn: '2025-08-12', revision: 1 });
  expect(db.select({ id: events.id }).from(events).all()).toContainEqual({ id: 'correction-2025000280-1' });
});

test('a row that fails is set aside with its reason and place; the rest goes on', () => {
  const { db } = freshCatalog();
  const intake = openIntake(db, announced);
  intake.take(detail, rowsOf({ ...aptNoticeRow, HOUSE_MANAGE_NO: '12' }, aptNoticeRow, 'no row', null));
  expect(intake.tally.rows.notice).toEqual({ new: 1, changed: 0, same: 0, quarantined: 3 });
  expect(db.select().from(quarantine).all()).toContainEqual(
    expect.objectContaining({ place: 'line 1', reason: 'HOUSE_MANAGE_NO is not a number of ten digits' }),
  );
});

test('a row that was set aside leaves when a good one takes its place, and is kept once however often it is seen', () => {
  const { db } = freshCatalog();
  const bad = { ...aptNoticeRow, RCEPT_BGNDE: 'soon' };
  openIntake(db, announced).take(detail, rowsOf(bad));
  openIntake(db, announced).take(detail, rowsOf(bad));
  expect(db.select().from(quarantine).all()).toHaveLength(1);
  openIntake(db, announced).take(detail, rowsOf(aptNoticeRow));
  expect(db.select().from(quarantine).all()).toEqual([]);
});

test('400 kB of one field are refused, and only their begin is kept', () => {
  const { db } = freshCatalog();
  openIntake(db, announced).take(detail, rowsOf({ ...aptNoticeRow, HOUSE_NM: '가'.repeat(400_000) }));
  const [kept] = db.select().from(quarantine).all();
  expect(kept?.reason).toBe('HOUSE_NM is longer than 2000 characters');
  expect(kept?.row.length).toBe(4_000);
});

test('a second row of the same number in one run is refused when it says something else', () => {
  const { db } = freshCatalog();
  const intake = openIntake(db, announced);
  intake.take(detail, rowsOf(aptNoticeRow, aptNoticeRow, { ...aptNoticeRow, TOT_SUPLY_HSHLDCO: 1 }));
  expect(intake.tally.rows.notice).toEqual({ new: 1, changed: 0, same: 1, quarantined: 1 });
  expect(db.select().from(quarantine).get()?.reason).toBe('says something else than line 1, which has the same number');
  expect(db.select().from(notices).get()?.totalSupply).toBe(869);
});

test('a house type without a notice is set aside, and comes in once its notice is there', () => {
  const { db } = freshCatalog();
  openIntake(db, announced).take(model, rowsOf(aptHouseTypeRow));
  expect(db.select().from(quarantine).get()?.reason).toMatch(/of no notice that is known/);
  withNotice(db);
  openIntake(db, announced).take(model, rowsOf(aptHouseTypeRow));
  expect(db.select().from(houseTypes).all()).toHaveLength(1);
  expect(db.select().from(quarantine).all()).toEqual([]);
});

test.each(results)('until its instant a row of $name leaves no trace at all', (of, row) => {
  const { db } = freshCatalog();
  withNotice(db);
  const state = () => [competition, specialSupply, scores, events, quarantine].map((t) => db.select().from(t).all());
  const before = state();
  const intake = openIntake(db, beforeT);
  intake.take(of, rowsOf(row, { ...row, REQ_CNT: 'broken', SPSPLY_HSHLDCO: 'broken' }));
  intake.refuse(of, 'line 3', 'is no JSON', `{"HOUSE_MANAGE_NO": "2025000280", "CMPET_RATE": "73.`);
  expect(state()).toEqual(before);
  expect(intake.tally).toEqual(openIntake(db, beforeT).tally);
});

test.each(results)('from its instant on a row of $name is taken, with one event', (of, row) => {
  const { db } = freshCatalog();
  withNotice(db);
  const intake = openIntake(db, atT);
  intake.take(of, rowsOf(row));
  expect(intake.tally.rows[of.holds].new).toBe(1);
  expect(db.select().from(events).all()).toHaveLength(2);
  openIntake(db, atScore).take(of, rowsOf(row));
  expect(db.select().from(events).all()).toHaveLength(2);
});

test('scores wait for the winners’ day', () => {
  const { db } = freshCatalog();
  withNotice(db);
  openIntake(db, beforeScore).take(score, rowsOf(aptScoreRow));
  expect(db.select().from(scores).all()).toEqual([]);
  openIntake(db, atScore).take(score, rowsOf(aptScoreRow));
  expect(db.select().from(scores).all()).toHaveLength(1);
});

test('results of a notice without a receipt day, or of none that is known, are held', () => {
  const { db } = freshCatalog();
  withNotice(db, { GNRL_RNK2_ETC_AREA_ENDDE: null });
  const intake = openIntake(db, new Date('2030-01-01T00:00:00Z'));
  intake.take(rates, rowsOf(aptCompetitionRow, { ...aptCompetitionRow, HOUSE_MANAGE_NO: '2029000001' }, {}, 7, null));
  expect(db.select().from(competition).all()).toEqual([]);
  expect(db.select().from(quarantine).all()).toEqual([]);
});

test('a published cell that comes again with another rate is replaced', () => {
  const { db } = freshCatalog();
  withNotice(db);
  openIntake(db, atT).take(rates, rowsOf(aptCompetitionRow));
  const intake = openIntake(db, atScore);
  intake.take(rates, rowsOf({ ...aptCompetitionRow, CMPET_RATE: '(△2)', REQ_CNT: '3' }));
  expect(intake.tally.rows.competition.changed).toBe(1);
  expect(db.select().from(competition).all()).toEqual([expect.objectContaining({ rate: '(△2)', applicants: 3 })]);
});

test('a batch is in the catalog whole or not at all', () => {
  const { db } = freshCatalog();
  const failing = { ...detail, row: { safeParse: () => explode() } } as unknown as typeof detail;
  const intake = openIntake(db, announced);
  const explode = () => {
    throw new Error('the disk is full');
  };
  expect(() => intake.take(failing, rowsOf(aptNoticeRow))).toThrow('the disk is full');
  expect(db.select().from(notices).all()).toEqual([]);
  intake.take(detail, rowsOf(aptNoticeRow));
  expect(db.select().from(notices).all()).toHaveLength(1);
});

import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Facts } from '../../../db/catalog/open.ts';
import { noOrders } from '../../../db/catalog/publication.ts';
import { corrections, events, notices, publicationOrders } from '../../../db/catalog/schema.ts';
import { openIntake } from '../../../db/ingest/intake.ts';
import { noticeOperations } from '../../../db/ingest/operations.ts';
import type { PublicationOrder } from '../../../db/publications/order.ts';
import { recordOrder } from '../../../db/publications/record.ts';
import { syncOrders, takeOrders } from '../../../db/publications/take-orders.ts';
import { freshCatalog, freshFolder } from '../../fresh.ts';
import { aptNoticeRow } from '../../rows.ts';
import { extend, hold, move, resume } from './orders.ts';

const announced = new Date('2025-07-01T00:00:00+09:00');
const one = { noticeId: '2025000001' };
const two = { noticeId: '2025000002' };
const closing = { closingOn: '2025-07-18' };
const detail = noticeOperations.find(({ name }) => name === 'getAPTLttotPblancDetail')!;

/** Takes the two notices, whose receipt ends on 18 July, or what differs of them. */
function see(db: Facts, changes: object = {}, ids = [one.noticeId, two.noticeId]) {
  openIntake(db, announced).take(
    detail,
    ids.map((id) => ({
      place: id,
      row: { ...aptNoticeRow, HOUSE_MANAGE_NO: id, PBLANC_NO: id, HOUSE_NM: `단지 ${id}`, ...changes },
    })),
  );
}

const laterDays = Object.fromEntries(
  Object.entries(aptNoticeRow).map(([field, value]) => [field, value === '2025-07-18' ? '2025-07-21' : value]),
);

function withNotices() {
  const { db } = freshCatalog();
  see(db);
  return db;
}

function ordered(db: Facts, { noticeId }: { noticeId: string }) {
  const { held, competitionMovedTo, scoreMovedTo, extendedTo } = db
    .select()
    .from(notices)
    .where(eq(notices.id, noticeId))
    .get()!;
  return { held, competitionMovedTo, scoreMovedTo, extendedTo };
}

const everything = (db: Facts) =>
  [notices, publicationOrders, corrections, events].map((t) => db.select().from(t).all());

test('an order changes the notice that it is about, and no other', () => {
  const db = withNotices();
  takeOrders(db, [hold(one), move(one, '2025-07-18T21:00:00+09:00'), move(one, '2025-08-06T09:00:00+09:00', 'score')]);
  expect(ordered(db, one)).toEqual({
    held: true,
    competitionMovedTo: '2025-07-18T12:00:00.000Z',
    scoreMovedTo: '2025-08-06T00:00:00.000Z',
    extendedTo: null,
  });
  expect(ordered(db, two)).toEqual(noOrders);
});

test('an order about a day changes all whose receipt ends officially then; a later one about a notice has the last word', () => {
  const db = withNotices();
  const all = extend(closing, '2025-07-18T23:00:00+09:00');
  takeOrders(db, [all, extend(two, '2025-07-21T17:30:00+09:00')]);
  expect(ordered(db, one).extendedTo).toBe('2025-07-18T14:00:00.000Z');
  expect(ordered(db, two).extendedTo).toBe('2025-07-21T08:30:00.000Z');
  takeOrders(db, [extend(two, '2025-07-21T17:30:00+09:00'), all]);
  expect(ordered(db, two).extendedTo).toBe('2025-07-18T14:00:00.000Z');
});

test('a resume ends a hold and leaves the rest', () => {
  const db = withNotices();
  takeOrders(db, [hold(one), move(one, '2025-07-18T21:00:00+09:00'), resume(one)]);
  expect(ordered(db, one)).toMatchObject({ held: false, competitionMovedTo: '2025-07-18T12:00:00.000Z' });
});

test('to take the same orders twice changes nothing, and says so', () => {
  const db = withNotices();
  const orders = [hold(one), extend(closing, '2025-07-18T23:00:00+09:00')];
  expect(takeOrders(db, orders)).toBe(true);
  const before = everything(db);
  expect(takeOrders(db, orders)).toBe(false);
  expect(everything(db)).toEqual(before);
  expect(takeOrders(db, [])).toBe(true);
  expect([ordered(db, one), ordered(db, two)]).toEqual([noOrders, noOrders]);
});

test('an order is no correction and no news, and a source that comes again leaves it alone', () => {
  const db = withNotices();
  const news = () => [corrections, events].map((table) => db.select().from(table).all());
  const before = news();
  takeOrders(db, [hold(one), extend(one, '2025-07-18T23:00:00+09:00')]);
  const its = ordered(db, one);
  see(db);
  expect(news()).toEqual(before);
  expect(ordered(db, one)).toEqual(its);
  see(db, { TOT_SUPLY_HSHLDCO: 900 });
  expect(ordered(db, one)).toEqual(its);
  expect(db.select({ label: corrections.label }).from(corrections).all()).toEqual([
    { label: '공급규모' },
    { label: '공급규모' },
  ]);
});

test('an order waits for its notice', () => {
  const { db } = freshCatalog();
  takeOrders(db, [hold(one), extend(closing, '2025-07-18T23:00:00+09:00')]);
  see(db);
  expect(ordered(db, one)).toMatchObject({ held: true, extendedTo: '2025-07-18T14:00:00.000Z' });
  expect(ordered(db, two)).toMatchObject({ held: false, extendedTo: '2025-07-18T14:00:00.000Z' });
});

test('a notice whose receipt moves to or from the day of an order follows at once', () => {
  const db = withNotices();
  takeOrders(db, [hold({ closingOn: '2025-07-21' }), move(closing, '2025-07-18T21:00:00+09:00')]);
  see(db, { ...laterDays, HOUSE_MANAGE_NO: one.noticeId, PBLANC_NO: one.noticeId }, [one.noticeId]);
  expect(ordered(db, one)).toMatchObject({ held: true, competitionMovedTo: null });
  expect(ordered(db, two)).toMatchObject({ held: false, competitionMovedTo: '2025-07-18T12:00:00.000Z' });
});

test('the catalog keeps who decided, when and why', () => {
  const db = withNotices();
  takeOrders(db, [hold(one), move(closing, '2025-07-18T21:00:00+09:00')]);
  expect(db.select().from(publicationOrders).all()).toEqual([
    {
      line: 1,
      noticeId: one.noticeId,
      closingOn: null,
      action: 'hold',
      toAt: null,
      results: null,
      by: '김등대',
      because: '접속 폭주',
      orderedAt: '2026-11-24T01:00:00.000Z',
    },
    expect.objectContaining({
      line: 2,
      closingOn: '2025-07-18',
      toAt: '2025-07-18T12:00:00.000Z',
      results: 'competition',
    }),
  ]);
});

function recorded(...orders: PublicationOrder[]) {
  const dataDir = freshFolder();
  for (const order of orders) recordOrder(dataDir, order);
  return dataDir;
}

test('a look at the record takes what is new in it, once', () => {
  const db = withNotices();
  const dataDir = recorded();
  expect(syncOrders(db, dataDir)).toBe(false);
  recordOrder(dataDir, hold(one));
  expect([syncOrders(db, dataDir), syncOrders(db, dataDir)]).toEqual([true, false]);
  recordOrder(dataDir, hold(two));
  expect([syncOrders(db, dataDir), ordered(db, two).held]).toEqual([true, true]);
});

test('a broken record stops everything at each look, and what was taken before stands', () => {
  const db = withNotices();
  const dataDir = recorded(hold(one));
  syncOrders(db, dataDir);
  appendFileSync(join(dataDir, 'publications.jsonl'), 'resume everything\n');
  const before = everything(db);
  for (const _ of [1, 2])
    expect(() => syncOrders(db, dataDir)).toThrow('publications.jsonl:2 is no order: it is no JSON');
  expect(everything(db)).toEqual(before);
});

test.each([
  ['is gone', (file: string) => rmSync(file)],
  ['is empty', (file: string) => writeFileSync(file, '')],
  ['says something else', (file: string) => writeFileSync(file, `${JSON.stringify(hold(two))}\n`)],
])('a record that %s does not lift a hold', (_, spoil) => {
  const db = withNotices();
  const dataDir = recorded(hold(one));
  syncOrders(db, dataDir);
  spoil(join(dataDir, 'publications.jsonl'));
  expect(() => syncOrders(db, dataDir)).toThrow('lacks orders that were taken from it');
  expect(ordered(db, one).held).toBe(true);
});

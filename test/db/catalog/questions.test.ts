import { afterAll, beforeAll, expect, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import {
  announcementDays,
  currentNotices,
  endedNotices,
  noticesAsAnnounced,
  noticesBySigungu,
  noticesByYear,
} from '../../../db/catalog/lists.ts';
import { newestCorrections } from '../../../db/catalog/newest-corrections.ts';
import { correctionsOf, houseTypesOf, noticeIds, noticeWithId } from '../../../db/catalog/notice.ts';
import { noticeLine } from '../../../db/catalog/notice-line.ts';
import type { Catalog, Facts } from '../../../db/catalog/open.ts';
import { lastReceiptDay, type Ordered } from '../../../db/catalog/publication.ts';
import {
  competitionPerhapsAfter,
  competitionPerhapsOn,
  noticesWithNewestResults,
  scoresPerhapsOn,
} from '../../../db/catalog/publications.ts';
import { firstReceiptDay } from '../../../db/catalog/receipt-state.ts';
import {
  currentCounts,
  nextClosingDay,
  nextOpeningDay,
  noticesClosingOn,
  noticesGoingOnAfter,
  noticesOpeningOn,
} from '../../../db/catalog/receipts.ts';
import { competitionOf, scoresOf, specialSupplyOf } from '../../../db/catalog/results.ts';
import { notices } from '../../../db/catalog/schema.ts';
import { koreanInstant } from '../../../db/clock.ts';
import { asOf, ids, manyInSuwon, smallCatalog } from '../../site/small-catalog.ts';

const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
let catalog: Catalog;

beforeAll(async () => {
  catalog = await smallCatalog(folder);
});

afterAll(() => {
  catalog.close();
  rmSync(folder, { recursive: true, force: true });
});

const today = '2026-11-24';
const idsOf = (lines: { id: string }[]) => lines.map(({ id }) => id);

test('SQL knows the first and the last receipt day as the rest of the code does', () => {
  const lines = catalog.db.select(noticeLine).from(notices).all();
  expect(lines.length).toBeGreaterThan(manyInSuwon);
  expect(lines.some((line) => line.lastReceiptDay === null)).toBe(true);
  for (const line of lines)
    expect([line.firstReceiptDay, line.lastReceiptDay]).toEqual([firstReceiptDay(line), lastReceiptDay(line)]);
});

/** What a look finds after a change of all notices, which is taken back. */
function after<T>(change: Partial<Ordered>, look: (db: Facts) => T) {
  const undo = { found: undefined as T | undefined };
  try {
    catalog.db.transaction((db) => {
      db.update(notices)
        .set({ held: false, ...change })
        .run();
      undo.found = look(db);
      throw undo;
    });
  } catch (thrown) {
    if (thrown !== undo) throw thrown;
  }
  return undo.found!;
}

test('SQL follows a receipt to the day to which it was extended, as the rest of the code does', () => {
  const first = koreanInstant('2026-11-01').getTime();
  const until = fc.nat(60 * 24 * 60).map((minutes) => new Date(first + minutes * 60_000).toISOString());
  fc.assert(
    fc.property(until, (extendedTo) => {
      for (const line of after({ extendedTo }, (db) => db.select(noticeLine).from(notices).all()))
        expect([line.firstReceiptDay, line.lastReceiptDay]).toEqual([firstReceiptDay(line), lastReceiptDay(line)]);
    }),
    {
      numRuns: 30,
      examples: [['2026-11-25T14:59:59.999Z'], ['2026-11-25T15:00:00.000Z'], ['2026-11-25T15:00:00.001Z']],
    },
  );
});

test('results that an order holds, or takes to a later instant, are not among the newest', () => {
  const newest = (change: Partial<Ordered>) =>
    after(change, (db) => noticesWithNewestResults(db, today, asOf, 100)).length;
  const [past, ahead] = ['2026-11-24T00:59:00.000Z', '2026-11-24T01:01:00.000Z'];
  expect(newest({})).toBe(7);
  expect(newest({ held: true })).toBe(0);
  expect([newest({ competitionMovedTo: past }), newest({ competitionMovedTo: ahead })]).toEqual([7, 0]);
  expect([newest({ extendedTo: past }), newest({ extendedTo: ahead })]).toEqual([7, 0]);
});

test('which notices close today, open tomorrow, go on after today', () => {
  const { db } = catalog;
  expect(idsOf(noticesClosingOn(db, today))).toEqual([ids.closing]);
  expect(idsOf(noticesOpeningOn(db, '2026-11-25'))).toEqual([ids.upcoming]);
  expect(idsOf(noticesGoingOnAfter(db, today))).toEqual([ids.open, ids.placeless, ids.rent, ids.optional]);
});

test('which day is the next on which something opens or closes', () => {
  const { db } = catalog;
  expect(nextOpeningDay(db, today)).toBe('2026-11-25');
  expect(nextOpeningDay(db, '2026-11-25')).toBe('2026-12-07');
  expect(nextOpeningDay(db, '2026-12-07')).toBeNull();
  expect(nextClosingDay(db, today)).toBe('2026-11-25');
});

test('how many are open or to come in a place, of a kind', () => {
  const counts = currentCounts(catalog.db, today);
  const sum = counts.reduce((total, row) => total + row.notices, 0);
  expect(sum).toBe(7);
  expect(counts).toContainEqual({ sido: '11', kind: 'apt', notices: 2 });
  expect(counts).toContainEqual({ sido: null, kind: 'apt', notices: 1 });
});

test('what is current and what has ended divide all notices, the one without an end by its beginning', () => {
  const { db } = catalog;
  const current = currentNotices(db, {}, today, 1_000);
  const ended = endedNotices(db, {}, today, 1_000);
  expect(new Set([...idsOf(current), ...idsOf(ended)]).size).toBe(noticeIds(db).length);
  expect(current.length + ended.length).toBe(noticeIds(db).length);
  expect(idsOf(current)).toEqual([
    ids.closing,
    ids.open,
    ids.placeless,
    ids.rent,
    ids.optional,
    ids.upcoming,
    ids.hostile,
  ]);
  expect(idsOf(ended)).toContain(ids.held);
});

test('lists are narrowed to a place and a kind', () => {
  const { db } = catalog;
  expect(idsOf(currentNotices(db, { sido: '11' }, today, 10))).toEqual([ids.closing, ids.upcoming]);
  expect(idsOf(currentNotices(db, { kind: 'optional' }, today, 10))).toEqual([ids.optional]);
  expect(endedNotices(db, { sigungu: '41110' }, today, 1_000)).toHaveLength(manyInSuwon);
  expect(noticesBySigungu(db, '41')).toContainEqual({ sigungu: '41110', notices: manyInSuwon });
});

test('archives are in the order in which notices came, a year without its neighbours', () => {
  const { db } = catalog;
  expect(noticesByYear(db, {})).toEqual([
    { year: '2026', notices: Object.keys(ids).length },
    { year: '2025', notices: manyInSuwon },
  ]);
  const days = announcementDays(db, {}, '2025');
  expect(days).toHaveLength(manyInSuwon);
  expect(days).toEqual(days.toSorted());
  expect(noticesAsAnnounced(db, {}, '2025', 100, 100).map(({ announcedOn }) => announcedOn)).toEqual(days.slice(100));
});

test('which results are due, and which are there', () => {
  const { db } = catalog;
  expect(idsOf(scoresPerhapsOn(db, '2026-11-26'))).toEqual([ids.closed, ids.rent]);
  expect(idsOf(competitionPerhapsOn(db, today))).toEqual([ids.closing]);
  expect(idsOf(competitionPerhapsAfter(db, '2026-11-25'))).toEqual([ids.upcoming, ids.hostile, ids.rent, ids.optional]);
  expect(idsOf(noticesWithNewestResults(db, today, asOf, 100))).toEqual([
    ids.publicRent,
    ids.remainder,
    ids.resupply,
    ids.officetel,
    ids.closed,
    ids.announced,
    ids.doubtful,
  ]);
  expect(idsOf(noticesWithNewestResults(db, '2026-11-20', asOf, 1))).toEqual([ids.closed]);
});

test('what is known of one notice', () => {
  const { db } = catalog;
  expect(noticeWithId(db, ids.open).name).toBe('등대마을 첫째 단지');
  expect(() => noticeWithId(db, '1999000001')).toThrow('The catalog has no notice 1999000001.');
  expect(houseTypesOf(db, ids.open).map(({ modelNo }) => modelNo)).toEqual(['01', '02', '03']);
  expect(correctionsOf(db, ids.open).map(({ correction, type }) => [correction.field, type])).toEqual([
    ['price', '084.9800A'],
    ['generalSupply', '084.9800A'],
    ['supply', '084.9800A'],
    ['priceCap', null],
    ['homepage', null],
    ['winnersOn', null],
  ]);
  expect(newestCorrections(db, 2).map(({ notice }) => notice.id)).toEqual([ids.open, ids.open]);
});

test('results come in the order in which they are drawn: 해당지역, 기타경기, 기타지역', () => {
  const { db } = catalog;
  expect(competitionOf(db, ids.announced).map(({ rank, segment }) => `${rank} ${segment}`)).toEqual([
    '1 01',
    '1 03',
    '1 02',
    '2 01',
    '2 03',
    '2 02',
  ]);
  expect(competitionOf(db, ids.officetel).map(({ segment }) => segment)).toEqual(['Y', 'N']);
  expect(specialSupplyOf(db, ids.announced)[0]!.category).toBe('all');
  expect(scoresOf(db, ids.announced).map(({ segment }) => segment)).toEqual(['01', '02']);
  expect(competitionOf(db, ids.open)).toEqual([]);
});

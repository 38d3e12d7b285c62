import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sidoBySlug } from '../../../content/regions/find.ts';
import type { Catalog, Facts } from '../../../db/catalog/open.ts';
import { notices } from '../../../db/catalog/schema.ts';
import { takeOrders } from '../../../db/publications/take-orders.ts';
import { monthIn, type Month } from '../../../site/calendar/month.ts';
import { calendarMonths, monthPages } from '../../../site/calendar/months.ts';
import { placeWays, waysFrom } from '../../../site/calendar/ways.ts';
import { freshCatalog } from '../../fresh.ts';
import { asOf, ids, smallCatalog } from '../small-catalog.ts';

const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
let catalog: Catalog;

beforeAll(async () => {
  catalog = await smallCatalog(folder);
});

afterAll(() => {
  catalog.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Every line of a month: `2026-11-23 접수 시작: 등대마을 첫째 단지`. */
function linesOf({ weeks }: Month) {
  return weeks.flatMap(({ days }) =>
    days.flatMap(({ day, groups }) =>
      groups.flatMap(({ words, lines }) => lines.map(({ name }) => `${day} ${words}: ${name}`)),
    ),
  );
}

/** The same for one notice over all months, with what is said of each. */
function linesAbout(db: Facts, id: string) {
  return calendarMonths(db, asOf).flatMap((month) =>
    monthIn(db, month, null, asOf).weeks.flatMap(({ days }) =>
      days.flatMap(({ day, groups }) =>
        groups.flatMap(({ words, lines }) =>
          lines.flatMap(({ href, about }) => (href.includes(id) ? [`${day} ${words}: ${about}`] : [])),
        ),
      ),
    ),
  );
}

/** What the days of a notice say by themselves, written down as plainly as can be: its own columns, the usual hours. */
function plainly(db: Facts) {
  return db
    .select()
    .from(notices)
    .all()
    .flatMap((notice) => {
      const ranks = [
        [notice.specialBeginsOn, notice.specialEndsOn],
        [notice.rank1LocalBeginsOn, notice.rank1LocalEndsOn],
        [notice.rank1GyeonggiBeginsOn, notice.rank1GyeonggiEndsOn],
        [notice.rank1OtherBeginsOn, notice.rank1OtherEndsOn],
        [notice.rank2LocalBeginsOn, notice.rank2LocalEndsOn],
        [notice.rank2GyeonggiBeginsOn, notice.rank2GyeonggiEndsOn],
        [notice.rank2OtherBeginsOn, notice.rank2OtherEndsOn],
        [notice.generalBeginsOn, notice.generalEndsOn],
      ].filter(([from]) => from !== null);
      const spans = ranks.length > 0 ? ranks : [[notice.receiptBeginsOn, notice.receiptEndsOn]];
      const begins = spans.map(([from]) => from!);
      const endless = spans.some(([, to]) => to === null);
      const first = begins.toSorted()[0]!;
      const last = endless
        ? null
        : spans
            .map(([, to]) => to!)
            .toSorted()
            .at(-1)!;
      const receipts = [...new Set([...begins, ...(last ? [last] : [])])].map((day) => {
        const what = day === first ? (day === last ? '하루 접수' : '접수 시작') : day === last ? '접수 마감' : '접수';
        return `${day} ${what}`;
      });
      const scored = notice.kind === 'apt' && notice.winnersOn && last;
      return [
        ...receipts,
        ...(last ? [`${last} 경쟁률 공개 19:30`] : []),
        ...(notice.winnersOn ? [`${notice.winnersOn} 당첨자 발표${scored ? ', 가점 공개 09:00' : ''}`] : []),
        ...(notice.contractBeginsOn ? [`${notice.contractBeginsOn} 계약 시작`] : []),
      ].map((line) => `${line}: ${notice.name}`);
    });
}

test('the months tell every day of every notice, each once', () => {
  const { db } = catalog;
  const told = calendarMonths(db, asOf).flatMap((month) => linesOf(monthIn(db, month, null, asOf)));
  expect(told.length).toBeGreaterThan(600);
  expect(told.toSorted()).toEqual(plainly(db).toSorted());
});

test('the places of a month have its lines between them, but for those of notices without one', () => {
  const { db } = catalog;
  const month = '2026-11';
  const places = monthPages(db, asOf).filter((page) => page.month === month && page.sido !== null);
  expect(places).toHaveLength(17);
  const told = places.flatMap(({ sido }) => linesOf(monthIn(db, month, sido, asOf)));
  const whole = linesOf(monthIn(db, month, null, asOf));
  expect(told.toSorted()).toEqual(whole.filter((line) => !line.includes('곳을 모르는')).toSorted());
});

test('a stretch of days is one line, which says where it ends', () => {
  expect(linesAbout(catalog.db, ids.optional)).toEqual([
    '2026-11-19 접수 시작: 부산 강서구 · 30일(월)까지',
    '2026-11-27 당첨자 발표: 부산 강서구',
    '2026-11-30 접수 마감: 부산 강서구',
    '2026-11-30 경쟁률 공개 19:30: 부산 강서구',
    '2026-12-07 계약 시작: 부산 강서구',
  ]);
});

test('receipts are told by their rank, the whole of a rank without its places', () => {
  expect(linesAbout(catalog.db, ids.upcoming)).toEqual([
    '2026-11-25 접수 시작: 서울 강남구 · 특별공급',
    '2026-11-26 접수: 서울 강남구 · 1순위',
    '2026-11-27 접수 마감: 서울 강남구 · 2순위',
    '2026-11-27 경쟁률 공개 19:30: 서울 강남구',
    '2026-12-03 당첨자 발표, 가점 공개 09:00: 서울 강남구',
    '2026-12-17 계약 시작: 서울 강남구 · 19일(토)까지',
  ]);
});

test('a notice without a last receipt day has no close and no hour of results', () => {
  expect(linesAbout(catalog.db, ids.held).map((line) => line.slice(11).split(':')[0])).toEqual([
    '접수 시작',
    '접수',
    '접수',
    '당첨자 발표',
    '계약 시작',
  ]);
});

test('orders are heeded: a hold takes the hours away, a move and an extension take them later', async () => {
  const own = await smallCatalog(join(folder, 'ordered'));
  const given = { by: '김등대', because: '확인', orderedAt: '2026-11-24T09:00:00+09:00' };
  takeOrders(own.db, [
    { action: 'hold', noticeId: ids.upcoming, ...given },
    { action: 'move', noticeId: ids.open, to: '2027-03-02T21:00:00+09:00', results: 'competition', ...given },
    { action: 'extend', noticeId: ids.closing, until: '2026-11-25T00:00:00+09:00', ...given },
  ]);
  const about = (id: string) => linesAbout(own.db, id);
  expect(about(ids.upcoming).filter((line) => /\d\d:\d\d/.test(line))).toEqual([]);
  expect(about(ids.open).filter((line) => line.includes('공개'))).toEqual([
    '2027-03-02 경쟁률 공개 21:00: 경기 고양시',
    '2027-03-02 당첨 가점 공개 21:00: 경기 고양시',
  ]);
  expect(about(ids.closing).filter((line) => /마감|경쟁률/.test(line))).toEqual([
    '2026-11-24 접수 마감 24:00까지: 서울 강남구 · 2순위',
    '2026-11-25 경쟁률 공개 02:00: 서울 강남구',
  ]);
  own.close();
});

test('months have pages where something happens, and around today; months of the last year also by place', () => {
  const empty = freshCatalog().db;
  expect(calendarMonths(empty, asOf)).toEqual(['2026-10', '2026-11', '2026-12', '2027-01', '2027-02']);
  const pages = monthPages(catalog.db, asOf);
  const months = [...new Set(pages.flatMap(({ month }) => month ?? []))];
  expect(months[0]).toBe('2025-01');
  expect(months.at(-1)).toBe('2027-02');
  const regional = new Set(pages.flatMap(({ month, sido }) => (sido && month ? [month] : [])));
  expect([...regional][0]).toBe('2025-11');
  expect(pages.filter(({ month }) => month === null)).toHaveLength(1);
});

test('the way to another month stays within the place while that has pages', () => {
  const { db } = catalog;
  const gyeonggi = sidoBySlug('gyeonggi')!;
  expect(waysFrom(db, '2026-11', gyeonggi, asOf)).toEqual({
    before: { href: '/calendar/2026-10/gyeonggi/', words: '10월' },
    after: { href: '/calendar/2026-12/gyeonggi/', words: '12월' },
    now: { href: '#day-2026-11-24', words: '오늘' },
  });
  expect(waysFrom(db, '2025-11', gyeonggi, asOf).before).toEqual({ href: '/calendar/2025-10/', words: '10월' });
  expect(waysFrom(db, '2027-01', null, asOf).before).toEqual({ href: '/calendar/2026-12/', words: '2026년 12월' });
  expect(placeWays(db, '2025-10', null, asOf)).toEqual([]);
});

test('days that rest are known by name', () => {
  const days = monthIn(catalog.db, '2025-05', null, asOf).weeks.flatMap((week) => week.days);
  expect(days).toHaveLength(31);
  const of = (day: string) => days.find((each) => each.day === day);
  expect(of('2025-05-05')).toMatchObject({ rest: 'holiday', holidays: '어린이날, 부처님 오신 날' });
  expect(of('2025-05-10')).toMatchObject({ rest: 'saturday', holidays: '' });
  expect(of('2025-05-11')).toMatchObject({ rest: 'sunday' });
  expect(of('2025-05-12')).toMatchObject({ rest: null });
});

test('weeks begin on Sunday and have seven squares', () => {
  const { weeks } = monthIn(catalog.db, '2026-02', null, asOf);
  expect(weeks).toHaveLength(4);
  expect(monthIn(catalog.db, '2026-08', null, asOf).weeks).toHaveLength(6);
  expect(weeks.every(({ squares }) => squares.length === 7)).toBe(true);
  expect(weeks[0]!.squares[0]!.day).toBe('2026-02-01');
});

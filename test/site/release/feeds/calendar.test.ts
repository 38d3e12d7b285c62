import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { hasDaysToCome } from '../../../../db/catalog/days-to-come.ts';
import type { Facts } from '../../../../db/catalog/open.ts';
import { notices } from '../../../../db/catalog/schema.ts';
import { fixedClock, koreanInstant } from '../../../../db/clock.ts';
import { ingest } from '../../../../db/ingest/ingest.ts';
import { operations } from '../../../../db/ingest/operations.ts';
import { takeOrders } from '../../../../db/publications/take-orders.ts';
import { extend, hold, move } from '../../../db/publications/orders.ts';
import { aptNoticeRow } from '../../../rows.ts';
import { asOf, ids } from '../../small-catalog.ts';
import { entriesOf, smallFacts, subscriptions } from './subscribed.ts';

/** The entries of one notice, by the name of their step. */
function stepsOf(db: Facts, id: string, at = asOf, from = `/feeds/all.ics`) {
  const mine = entriesOf(subscriptions(db, at)[from]!).filter(({ uid }) => uid.startsWith(id));
  return Object.fromEntries(mine.map((entry) => [entry.uid.slice(11, entry.uid.indexOf('@')), entry]));
}

const calendarOf = (id: string) => `/notices/${id}/schedule.ics`;

test('a notice is in a calendar step by step, whole days as days and publications with their hour', async () => {
  const steps = stepsOf(await smallFacts(), ids.open);
  expect(Object.keys(steps)).toEqual([
    'special',
    'rank1-local',
    'rank2-local',
    'competition',
    'winners',
    'score',
    'contract',
  ]);
  expect(steps['special']).toMatchObject({
    uid: `${ids.open}-special@lighthouse.example`,
    summary: '특별공급 접수: 등대마을 첫째 단지',
    description: '경기 고양시, 아파트\n접수 시간은 평일 09:00~17:30입니다.',
    start: '2026-11-23',
    end: '2026-11-24',
    allDay: true,
    status: 'CONFIRMED',
    url: `https://lighthouse.example/notices/${ids.open}/`,
  });
  expect(steps['rank1-local']?.summary).toBe('1순위 해당지역·기타경기·기타지역 접수: 등대마을 첫째 단지');
  expect(steps['competition']).toMatchObject({ start: '2026-11-25T10:30:00Z', allDay: false });
  expect(steps['score']).toMatchObject({ start: '2026-12-02T00:00:00Z' });
  expect(steps['contract']).toMatchObject({ start: '2026-12-15', end: '2026-12-18' });
});

test('the calendar of a notice reminds at nine on the day before a receipt ends, and two hours before it does', async () => {
  const steps = stepsOf(await smallFacts(), ids.open, asOf, calendarOf(ids.open));
  expect(steps['rank2-local']?.reminders).toEqual(['2026-11-24T00:00:00Z', '2026-11-25T06:30:00Z']);
  expect(steps['winners']?.reminders).toEqual([]);
});

test('a 시군구 reminds as well, the country and a 시도 do not', async () => {
  const files = subscriptions(await smallFacts());
  const reminders = (path: string) => entriesOf(files[path]!).flatMap((entry) => entry.reminders).length;
  expect(reminders('/feeds/region/seoul/gangnam-gu.ics')).toBeGreaterThan(0);
  expect(reminders('/feeds/region/seoul/gangnam-gu/apt.ics')).toBeGreaterThan(0);
  expect(
    ['all', 'kind/apt', 'region/seoul', 'region/seoul/apt'].map((path) => reminders(`/feeds/${path}.ics`)),
  ).toEqual([0, 0, 0, 0]);
});

test('a receipt whose end is not known is a day that reminds of nothing', async () => {
  const steps = stepsOf(await smallFacts(), ids.held, koreanInstant('2026-11-09', '10:00'), calendarOf(ids.held));
  expect(steps['rank2-local']).toMatchObject({
    start: '2026-11-11',
    end: '2026-11-12',
    reminders: [],
    description: '경기 고양시, 아파트\n마감일이 공식 자료에 없습니다.',
  });
  expect(steps['competition']).toBeUndefined();
});

test('a kind without ranks or scores has no entries for them', async () => {
  expect(Object.keys(stepsOf(await smallFacts(), ids.officetel))).toEqual([
    'receipt',
    'competition',
    'winners',
    'contract',
  ]);
});

test('an entry that a correction moves keeps its name, and a higher number says that it is newer', async () => {
  const db = await smallFacts();
  const before = stepsOf(db, ids.open, koreanInstant('2026-11-24', '10:00'));
  await correct(db, { PRZWNER_PRESNATN_DE: '2026-12-04' }, '2026-11-25T03:00:00+09:00');
  const after = stepsOf(db, ids.open, koreanInstant('2026-11-25', '10:00'));
  expect(before['winners']).toMatchObject({ start: '2026-12-02', sequence: 1, stamp: '2026-11-23T15:00:00Z' });
  expect(after['winners']).toMatchObject({
    uid: before['winners']!.uid,
    start: '2026-12-04',
    sequence: 2,
    stamp: '2026-11-24T15:00:00Z',
  });
});

test('a step that a correction takes away is cancelled for 30 days, with the day that it had', async () => {
  const db = await smallFacts();
  await correct(db, { PRZWNER_PRESNATN_DE: null, CNTRCT_CNCLS_BGNDE: null, CNTRCT_CNCLS_ENDDE: null });
  const steps = stepsOf(db, ids.open, koreanInstant('2026-11-25', '10:00'));
  expect(steps['winners']).toMatchObject({ status: 'CANCELLED', start: '2026-12-02', sequence: 2 });
  expect(steps['winners']?.description).toContain('정정으로 일정에서 빠졌습니다.');
  expect(steps['contract']).toMatchObject({ status: 'CANCELLED' });
  expect(steps['special']).toMatchObject({ status: 'CONFIRMED' });
  expect(stepsOf(db, ids.open, koreanInstant('2026-12-25', '10:00'))['winners']).toBeDefined();
  expect(stepsOf(db, ids.open, koreanInstant('2026-12-26', '10:00'))['winners']).toBeUndefined();
});

test('receipts that a correction joins into one are not told as cancelled', async () => {
  const db = await smallFacts();
  await correct(db, { GNRL_RNK1_ETC_AREA_RCPTDE: '2026-11-26', GNRL_RNK1_ETC_AREA_ENDDE: '2026-11-26' });
  expect(stepsOf(db, ids.open)['rank1-other']).toMatchObject({ start: '2026-11-26' });
  await correct(db, {}, '2026-11-26T03:00:00+09:00');
  const steps = stepsOf(db, ids.open, koreanInstant('2026-11-26', '10:00'));
  expect(steps['rank1-other']).toBeUndefined();
  expect(Object.values(steps).filter(({ status }) => status === 'CANCELLED')).toEqual([]);
});

test('orders move a publication, strike out one that is held, and prolong a receipt', async () => {
  const db = await smallFacts();
  const about = { noticeId: ids.closing };
  const before = stepsOf(db, ids.closing)['competition']!;
  takeOrders(db, [move(about, '2026-11-24T21:00:00+09:00')]);
  const moved = stepsOf(db, ids.closing)['competition']!;
  expect(moved).toMatchObject({ uid: before.uid, start: '2026-11-24T12:00:00Z' });
  expect(moved.stamp > before.stamp).toBe(true);
  takeOrders(db, [hold(about)]);
  const held = stepsOf(db, ids.closing);
  expect(held['competition']).toMatchObject({ status: 'CANCELLED' });
  expect(held['competition']?.description).toContain('발표를 보류했습니다.');
  expect(held['winners']).toMatchObject({ status: 'CONFIRMED' });
  takeOrders(db, [extend(about, '2026-11-25T23:00:00+09:00')]);
  const extended = stepsOf(db, ids.closing, asOf, calendarOf(ids.closing))['rank2-local'];
  expect(extended).toMatchObject({ end: '2026-11-26', reminders: ['2026-11-24T00:00:00Z', '2026-11-25T12:00:00Z'] });
});

test('a notice leaves the calendars 60 days after its last day', async () => {
  const db = await smallFacts();
  expect(stepsOf(db, ids.open, koreanInstant('2027-02-15', '10:00'))['contract']).toBeDefined();
  expect(stepsOf(db, ids.open, koreanInstant('2027-02-16', '10:00'))).toEqual({});
});

test('a notice has a calendar of its own while it has days to come', async () => {
  const db = await smallFacts();
  const notice = db.select().from(notices).where(eq(notices.id, ids.open)).get()!;
  for (const [day, there] of [
    ['2026-12-17', true],
    ['2026-12-18', false],
  ] as const) {
    expect(hasDaysToCome(notice, day)).toBe(there);
    expect(calendarOf(ids.open) in subscriptions(db, koreanInstant(day, '10:00'))).toBe(there);
  }
});

/** Takes the open notice in again with some fields changed. */
async function correct(db: Facts, change: Record<string, unknown>, at = '2026-11-25T03:00:00+09:00') {
  const days = {
    RCRIT_PBLANC_DE: '2026-11-13',
    RCEPT_BGNDE: '2026-11-23',
    RCEPT_ENDDE: '2026-11-25',
    SPSPLY_RCEPT_BGNDE: '2026-11-23',
    SPSPLY_RCEPT_ENDDE: '2026-11-23',
    ...Object.fromEntries(
      ['CRSPAREA', 'ETC_GG', 'ETC_AREA'].flatMap((reside) => [
        [`GNRL_RNK1_${reside}_RCPTDE`, '2026-11-24'],
        [`GNRL_RNK1_${reside}_ENDDE`, '2026-11-24'],
        [`GNRL_RNK2_${reside}_RCPTDE`, '2026-11-25'],
        [`GNRL_RNK2_${reside}_ENDDE`, '2026-11-25'],
      ]),
    ),
    PRZWNER_PRESNATN_DE: '2026-12-02',
    CNTRCT_CNCLS_BGNDE: '2026-12-15',
    CNTRCT_CNCLS_ENDDE: '2026-12-17',
  };
  const row = {
    ...aptNoticeRow,
    ...days,
    HOUSE_MANAGE_NO: ids.open,
    PBLANC_NO: ids.open,
    HOUSE_NM: '등대마을 첫째 단지',
    ...change,
  };
  await ingest(db, fixedClock(new Date(at)), {
    name: 'files',
    full: true,
    feed(intake) {
      const detail = operations.find(({ name }) => name === 'getAPTLttotPblancDetail')!;
      intake.take(detail, [{ place: 'row 1', row }]);
      return Promise.resolve([]);
    },
  });
}

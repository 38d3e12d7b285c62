import { describe, expect, test } from 'vitest';
import { usualHours } from '../../../db/catalog/publication.ts';
import { nextOf } from '../../../site/notice/facts-of.ts';
import { scheduleOf } from '../../../site/notice/schedule.ts';
import { timelineOf } from '../../../site/notice/timeline.ts';
import { goyang } from './goyang.ts';

function timelineAt(instant: string, notice = goyang) {
  const asOf = new Date(`${instant}:00+09:00`);
  return timelineOf(scheduleOf(notice, usualHours, asOf), asOf, '2025');
}

function standings(instant: string) {
  return timelineAt(instant)
    .map(({ standing }) => standing)
    .join(' ');
}

describe('the way of a notice', () => {
  test.each([
    ['2025-06-29T12:00', 'next later later later later later later later'],
    ['2025-06-30T12:00', 'now next later later later later later later'],
    ['2025-07-10T12:00', 'over next later later later later later later'],
    ['2025-07-14T00:00', 'over now next later later later later later'],
    ['2025-07-17T17:30', 'over over next later later later later later'],
    ['2025-07-18T12:00', 'over over now next later later later later'],
    ['2025-07-18T17:30', 'over over over next later later later later'],
    ['2025-07-18T19:30', 'over over over over next later later later'],
    ['2025-08-05T12:00', 'over over over over now over next later'],
    ['2025-10-29T12:00', 'over over over over over over now next'],
    ['2028-03-31T23:59', 'over over over over over over over now'],
    ['2028-04-01T00:00', 'over over over over over over over over'],
  ])('at %s is %s', (instant, expected) => {
    expect(standings(instant)).toBe(expected);
  });
});

test.each([
  ['2025-07-14T08:59', '오늘 09:00부터', '2025-07-14T09:00 none'],
  ['2025-07-14T09:00', '지금 접수중', '2025-07-14T17:30 none'],
  ['2025-07-14T17:30', '접수 시간 외', '2025-07-15T00:00 none'],
  ['2025-08-05T09:00', '오늘', '2025-08-06T00:00 none'],
  ['2025-10-28T09:00', '진행 중', '2025-11-01T00:00 none'],
])('at %s the step that lasts says %s, until that may no longer hold', (instant, words, turns) => {
  const badge = timelineAt(instant).find(({ standing }) => standing === 'now')?.badge;
  expect(badge?.words).toBe(words);
  expect(badge?.turns).toBe(turns);
});

test('today stands among the steps where it is none of theirs', () => {
  const marked = (instant: string) =>
    timelineAt(instant).flatMap(({ today, what }) => (today ? [[today.words, what]] : []));
  expect(marked('2025-07-10T12:00')).toEqual([['7월 10일(목)', '1순위 해당지역·기타경기·기타지역 접수']]);
  expect(marked('2025-07-14T12:00')).toEqual([]);
  expect(marked('2025-06-29T12:00')).toEqual([]);
  expect(marked('2028-05-01T12:00')).toEqual([]);
});

test('while nothing but the keys is to come no page changes from one day to the next', () => {
  for (const instant of ['2026-11-24', '2028-03-10'])
    expect(timelineAt(`${instant}T10:00`)).toEqual(timelineAt(`${instant.slice(0, 8)}30T23:00`));
});

test('what an order has put off stands where it comes', () => {
  const moved = { ...goyang, competitionMovedTo: '2025-09-01T00:00:00.000Z' };
  const what = timelineAt('2025-07-10T12:00', moved).map((step) => step.what);
  expect(what.indexOf('경쟁률·특별공급 신청현황 공개')).toBeGreaterThan(what.indexOf('당첨자 발표'));
});

test('what comes first is the receipt that is open, or the next step; nothing when all is over', () => {
  expect(nextOf(timelineAt('2025-07-14T10:00'))).toMatchObject({
    badge: { words: '지금 접수중', tone: 'open' },
    what: '1순위 해당지역·기타경기·기타지역 접수',
    note: '09:00~17:30',
  });
  expect(nextOf(timelineAt('2025-07-20T10:00'))).toMatchObject({ badge: { words: '다음 일정' }, what: '당첨자 발표' });
  expect(nextOf(timelineAt('2030-01-01T10:00'))).toBeNull();
});

test('a receipt over a public holiday says so, and is not open on it', () => {
  const over = {
    ...goyang,
    rank2LocalBeginsOn: '2025-10-02',
    rank2LocalEndsOn: '2025-10-10',
    receiptEndsOn: '2025-10-10',
  };
  const step = timelineAt('2025-10-08T10:00', over).find(({ what }) => what === '2순위 해당지역 접수');
  expect(step?.note).toBe(
    '주말, 10월 3일(금) 개천절, 10월 6일(월) 추석, 10월 7일(화) 추석 다음 날, 10월 8일(수) 대체공휴일, 10월 9일(목) 한글날에는 접수하지 않습니다',
  );
  expect(step?.badge?.words).toBe('오늘은 쉽니다');
});

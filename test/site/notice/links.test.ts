import { expect, test } from 'vitest';
import { usualHours } from '../../../db/catalog/publication.ts';
import { calendarLinks } from '../../../site/notice/calendar-links.ts';
import { mapLinks } from '../../../site/notice/place-links.ts';
import { scheduleOf } from '../../../site/notice/schedule.ts';
import { timelineOf } from '../../../site/notice/timeline.ts';
import { goyang } from './goyang.ts';

const page = new URL('https://lighthouse.example/notices/2025000280/');

function calendarAt(instant: string, notice = goyang) {
  const asOf = new Date(instant);
  return calendarLinks(notice, timelineOf(scheduleOf(notice, usualHours, asOf), asOf, '2025'), page).map(({ href }) => {
    const { origin, pathname, searchParams } = new URL(href);
    return { to: origin + pathname, ...Object.fromEntries(searchParams) };
  });
}

test('each step to come is an event of whole days, its end the day after', () => {
  const events = calendarAt('2025-07-10T12:00:00+09:00');
  expect(events.map(({ dates }: Record<string, string>) => dates)).toEqual([
    '20250714/20250718',
    '20250718/20250719',
    '20250805/20250806',
    '20251027/20251101',
  ]);
  expect(events[0]).toEqual({
    to: 'https://calendar.google.com/calendar/render',
    action: 'TEMPLATE',
    text: '[청약] 고양장항지구 S-1블록 공공분양주택 (본청약) 1순위 해당지역·기타경기·기타지역 접수',
    dates: '20250714/20250718',
    ctz: 'Asia/Seoul',
    details: page.href,
  });
});

test('what is over is offered no more', () => {
  expect(calendarAt('2025-08-06T00:00:00+09:00')).toHaveLength(1);
  expect(calendarAt('2025-11-01T00:00:00+09:00')).toEqual([]);
});

test('an extension until midnight is an event of the day that ends', () => {
  const events = calendarAt('2025-07-18T12:00:00+09:00', { ...goyang, extendedTo: '2025-07-18T15:00:00.000Z' });
  expect(events[0]).toMatchObject({ dates: '20250718/20250719' });
});

test.each([
  ['경기도 고양시 일산동구 장항동 일원', '경기도 고양시 일산동구 장항동'],
  ['세종특별자치시 정안세종로 1567(산울동)', '세종특별자치시 정안세종로 1567'],
  ['경기도 여주시 홍문동 336-2번지 일원', '경기도 여주시 홍문동 336-2'],
  ['서울 강남구 개포동 12/13', '서울 강남구 개포동 12 13'],
])('a map looks for %s by %s', (address, sought) => {
  const [kakao, naver] = mapLinks(address);
  expect(kakao!.href).toBe(`https://map.kakao.com/link/search/${encodeURIComponent(sought)}`);
  expect(naver!.href).toBe(`https://map.naver.com/p/search/${encodeURIComponent(sought)}`);
});

test('without an address there is nothing to look for', () => {
  expect(mapLinks(null)).toEqual([]);
  expect(mapLinks('일원')).toEqual([]);
});

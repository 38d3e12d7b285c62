import { expect, onTestFinished, test } from 'vitest';
import { daysAhead } from '../../../site/home/days-ahead.ts';
import { freshFolder } from '../../fresh.ts';
import { asOf, smallCatalog } from '../small-catalog.ts';

test('the week begins today, and counts what begins, ends and is announced on each day', async () => {
  const catalog = await smallCatalog(freshFolder());
  onTestFinished(() => catalog.close());
  const days = daysAhead(catalog.db, asOf);
  expect(days.map(({ weekday, date }) => `${weekday} ${date}`)).toEqual([
    '화 24',
    '수 25',
    '목 26',
    '금 27',
    '토 28',
    '일 29',
    '월 30',
  ]);
  expect(days.filter(({ today }) => today).map(({ datetime }) => datetime)).toEqual(['2026-11-24']);
  expect(daysAhead(catalog.db, new Date('2027-06-01T10:00:00+09:00')).map(({ href }) => href)).toEqual(
    Array.from({ length: 7 }, () => null),
  );
  expect(days[0]).toMatchObject({
    href: '/calendar/2026-11/#day-2026-11-24',
    counts: [
      { words: '시작', count: 1 },
      { words: '마감', count: 1 },
      { words: '발표', count: 1 },
    ],
  });
});

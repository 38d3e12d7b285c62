import { expect, test } from 'vitest';
import { recordLate } from '../../../db/catalog/publication-record.ts';
import { koreanInstant } from '../../../db/clock.ts';
import { publicationYears } from '../../../site/status/publication-years.ts';
import { freshCatalog } from '../../fresh.ts';
import { after, publish } from './eventful.ts';

const asOf = koreanInstant('2026-11-24', '10:00');
const evening = koreanInstant('2026-11-23', '19:30');

test('nothing is summed up where nothing was published', () => {
  expect(publicationYears(freshCatalog().db, asOf, 30)).toEqual({ years: [], figures: [] });
});

test('a publication tells its instant, its way and how long it took', () => {
  const { db } = freshCatalog();
  publish(db, evening, 'sealed', 45, 70);
  recordLate(db, koreanInstant('2026-11-22', '19:30'), koreanInstant('2026-11-22', '19:30'), 'The disk is full.');
  publish(db, koreanInstant('2026-11-22', '19:30'), 'open', 72_000, null);
  expect(publicationYears(db, asOf, 30).years).toEqual([
    {
      name: '2026년',
      lines: [
        {
          at: { datetime: '2026-11-23T19:30:00+09:00', words: '11월 23일(월) 19:30' },
          way: '미리 봉인해 둔 발표',
          late: false,
          flipped: '0.045초',
          seen: '0.115초',
        },
        {
          at: { datetime: '2026-11-22T19:30:00+09:00', words: '11월 22일(일) 19:30' },
          way: '시각 뒤에 만든 발표',
          late: true,
          flipped: '1분 12초',
          seen: '확인 못 함',
        },
      ],
    },
  ]);
});

test('one that was over only at the instant or after it does not count as of it', () => {
  const { db } = freshCatalog();
  publish(db, evening, 'sealed', 45, 70);
  expect(publicationYears(db, evening, 30).years).toEqual([]);
  expect(publicationYears(db, after(evening, 45), 30).years).toEqual([]);
  expect(publicationYears(db, after(evening, 46), 30).years).toHaveLength(1);
});

test('one that is late still does not count', () => {
  const { db } = freshCatalog();
  recordLate(db, evening, after(evening, 5), 'The disk is full.');
  expect(publicationYears(db, asOf, 30).years).toEqual([]);
});

test('the newest lead, each under its Korean year', () => {
  const { db } = freshCatalog();
  // Nine in the morning of New Year's Day in Korea is midnight in UTC.
  for (const instant of [koreanInstant('2025-12-31', '19:30'), koreanInstant('2026-01-01', '08:30'), evening])
    publish(db, instant, 'sealed', 30, 10);
  const told = (limit: number) =>
    publicationYears(db, asOf, limit).years.map(({ name, lines }) => [name, ...lines.map(({ at }) => at.words)]);
  expect(told(30)).toEqual([
    ['2026년', '11월 23일(월) 19:30', '1월 1일(목) 08:30'],
    ['2025년', '12월 31일(수) 19:30'],
  ]);
  expect(told(1)).toEqual([['2026년', '11월 23일(월) 19:30']]);
});

test('the figures are of those that are shown, and of those that were seen', () => {
  const { db } = freshCatalog();
  for (let i = 1; i <= 25; i++)
    publish(
      db,
      koreanInstant('2026-10-01', `${10 + Math.floor(i / 60)}:${10 + i}`),
      'sealed',
      i * 100,
      i > 20 ? null : 5,
    );
  expect(publicationYears(db, asOf, 25).figures.map(({ words, note }) => `${words} ${note}`)).toEqual([
    '1.005초 확인한 발표 20건의 50%',
    '1.905초 확인한 발표 20건의 95%',
    '0건 최근 25건 가운데',
  ]);
  expect(publicationYears(db, asOf, 5).figures.map(({ words, note }) => `${words} ${note}`)).toEqual([
    '아직 모릅니다 확인한 발표가 없습니다',
    '0건 최근 5건 가운데',
  ]);
});

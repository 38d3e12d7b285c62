import { expect, test } from 'vitest';
import { ingestRuns } from '../../../db/catalog/schema.ts';
import type { Facts } from '../../../db/catalog/open.ts';
import { koreanInstant } from '../../../db/clock.ts';
import { kindWays, takenIn } from '../../../site/status/taken-in.ts';
import { freshCatalog, freshFolder } from '../../fresh.ts';
import { asOf, smallCatalog } from '../small-catalog.ts';

function ran(
  db: Facts,
  time: string,
  endedReason: 'done' | 'failed' | null = 'done',
  source: 'odcloud' | 'files' = 'odcloud',
) {
  const at = koreanInstant('2026-11-24', time).toISOString();
  db.insert(ingestRuns)
    .values({ source, full: false, startedAt: at, endedAt: endedReason && at, endedReason })
    .run();
}

function told(db: Facts, time: string) {
  const [taken] = takenIn(db, koreanInstant('2026-11-24', time));
  return [taken!.days?.[0]!.words ?? taken!.words, taken!.note];
}

test('before anything was taken in that is said', () => {
  const { db } = freshCatalog();
  expect(told(db, '10:00')).toEqual(['아직 없습니다', undefined]);
  ran(db, '02:30', null);
  ran(db, '02:31', 'failed');
  expect(told(db, '10:00')).toEqual(['아직 없습니다', undefined]);
});

test('the newest that came to its end counts, of whatever source', () => {
  const { db } = freshCatalog();
  ran(db, '02:30');
  ran(db, '09:00', 'done', 'files');
  ran(db, '09:30', 'failed');
  expect(told(db, '10:00')).toEqual(['2026년 11월 24일(화) 09:00', '공식 자료의 파일에서 받았습니다']);
});

test('what is taken in at an instant or after it changes nothing as of it, unless it is the first', () => {
  const { db } = freshCatalog();
  ran(db, '19:30');
  expect(told(db, '19:29')[0]).toBe('아직 없습니다');
  expect(told(db, '19:30')[0]).toBe('2026년 11월 24일(화) 19:30');
  ran(db, '02:30');
  expect(told(db, '19:30')).toEqual(['2026년 11월 24일(화) 02:30', '공공데이터포털에서 받았습니다']);
  expect(told(db, '19:31')[0]).toBe('2026년 11월 24일(화) 19:30');
});

test('example data says that it is no official data', async () => {
  const catalog = await smallCatalog(freshFolder(), { example: true });
  expect(takenIn(catalog.db, asOf)[0]!.note).toBe('예시 데이터이며 공식 자료가 아닙니다');
  catalog.close();
});

test('every kind has its number of notices, none included', async () => {
  expect(kindWays(freshCatalog().db).map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 0]);
  const catalog = await smallCatalog(freshFolder());
  expect(kindWays(catalog.db).map(({ words, count }) => `${words} ${count}`)).toEqual([
    '아파트 117',
    '무순위·잔여세대 1',
    '불법행위 재공급 1',
    '임의공급 1',
    '오피스텔·도시형 등 1',
    '공공지원 민간임대 1',
  ]);
  expect(takenIn(catalog.db, asOf)[1]!.words).toBe('122건');
  catalog.close();
});

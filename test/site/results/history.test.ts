import { expect, onTestFinished, test } from 'vitest';
import type { PublishedResult } from '../../../db/catalog/published-results.ts';
import { competition, notices } from '../../../db/catalog/schema.ts';
import { hold, move } from '../../db/publications/orders.ts';
import { takeOrders } from '../../../db/publications/take-orders.ts';
import { historyWays, kindHistories, sidoHistories, sigunguHistories } from '../../../site/results/history-pages.ts';
import { historyOf } from '../../../site/results/history.ts';
import { historyPicture } from '../../../site/results/pictures/history.ts';
import { countSpan, spanRow } from '../../../site/results/spans.ts';
import { freshFolder } from '../../fresh.ts';
import { asOf, ids, smallCatalog } from '../small-catalog.ts';

async function filled() {
  const catalog = await smallCatalog(freshFolder());
  onTestFinished(() => catalog.close());
  return catalog.db;
}

function result(supply: number | null, applicants: number | null, scores: PublishedResult['scores'] = null) {
  return { id: '1', kind: 'apt', name: '', sido: '41', sigungu: null, at: asOf, supply, applicants, scores } as const;
}

const gyeonggi = { sido: '41' };

test('a stretch of time counts notices, households and applicants, and finds the middle', () => {
  const span = countSpan('2026년', [
    result(10, 100, { lowest: 40, highest: 60 }),
    result(100, 100),
    result(50, 0, { lowest: 9, highest: 84 }),
    result(null, null),
  ]);
  expect(spanRow(span)).toEqual({
    words: '2026년',
    notices: '4',
    supply: '160',
    applicants: '200',
    total: '1.25 : 1',
    median: '1.00 : 1',
    scores: '9 ~ 84',
  });
  expect(countSpan('2026년', [result(1, 2), result(1, 4)]).median).toBe(3);
});

test('where nothing can be counted, nothing is computed', () => {
  expect(spanRow(countSpan('2026년', [result(null, null), result(0, 3)]))).toMatchObject({
    notices: '2',
    supply: '0',
    total: '-',
    median: '-',
    scores: '-',
  });
});

test('the picture says what the table says', () => {
  const spans = [countSpan('2026년', [result(10, 35)]), countSpan('2025년', [result(10, 7), result(20, 80)])];
  const picture = historyPicture(spans)!;
  const rows = spans.map(spanRow);
  expect(picture.bars!.groups.map(({ name, bars }) => [name, ...bars.map(({ words }) => words)])).toEqual(
    rows.map(({ words, median, total }) => [words, `중앙값 ${median}`, `전체 ${total}`]),
  );
  expect(picture.sentence).toBe('2026년 중앙값 3.50 : 1, 전체 3.50 : 1; 2025년 중앙값 2.35 : 1, 전체 2.90 : 1.');
  expect(historyPicture(spans.slice(1))).toBeNull();
});

test('a place tells its published results by half-years or years', async () => {
  const db = await filled();
  const { rows, newest, count } = historyOf(db, asOf, gyeonggi, 'half-year');
  expect(rows.map(({ words, notices: total, applicants }) => [words, total, applicants])).toEqual([
    ['2026년 하반기', '1', '833'],
  ]);
  expect(historyOf(db, asOf, gyeonggi, 'year')).toMatchObject({ rows: [{ words: '2026년' }], scores: true });
  expect(historyOf(db, asOf, { kind: 'remainder' }, 'year').scores).toBe(false);
  expect(newest.find(({ href }) => href === `/results/${ids.announced}/`)!.about).toBe(
    '경기 고양시 · 아파트 · 11월 4일(수) 공개 · 1순위 계산값 33.32 : 1',
  );
  expect(count).toBe(newest.length);
});

test('what is held or moved is in no figure of any history', async () => {
  const db = await filled();
  takeOrders(db, [hold({ noticeId: ids.announced }), move({ noticeId: ids.closed }, '2026-11-25T10:00:00+09:00')]);
  expect(
    db
      .select()
      .from(competition)
      .all()
      .some(({ noticeId }) => noticeId === ids.announced),
  ).toBe(true);
  expect(historyOf(db, asOf, gyeonggi, 'year').rows).toEqual([]);
  const told = JSON.stringify(
    [...sidoHistories, ...kindHistories].map(({ facet }) => historyOf(db, asOf, facet, 'year')),
  );
  expect(told).not.toContain(ids.announced);
  expect(told).not.toContain(ids.closed);
  expect(told).toContain(ids.doubtful);
});

test('figures of a place are of apartments alone, its list is of all', async () => {
  const db = await filled();
  db.update(notices).set({ sido: '41', sigungu: '41280' }).run();
  const history = historyOf(db, asOf, gyeonggi, 'year');
  expect(history.rows[0]!.notices).toBe('3');
  expect(history.newest.map(({ href }) => href)).toContain(`/results/${ids.officetel}/`);
  const officetel = historyOf(db, asOf, { kind: 'officetel' }, 'year');
  expect(officetel).toMatchObject({ counted: '접수', leftOut: true });
  expect(officetel.rows[0]).toMatchObject({ notices: '1', supply: '0', total: '-' });
});

test('every 시도, 시군구 and kind has its page, and a notice knows its own', () => {
  expect(sidoHistories).toHaveLength(17);
  expect(kindHistories.map(({ href }) => href)).toContain('/results/kind/public-rent/');
  expect(sigunguHistories.every(({ href }) => href.startsWith('/results/region/'))).toBe(true);
  expect(historyWays({ kind: 'apt', sido: '41', sigungu: '41280' })).toEqual([
    { href: '/results/region/gyeonggi/goyang-si/', words: '경기 고양시' },
    { href: '/results/region/gyeonggi/', words: '경기' },
    { href: '/results/kind/apt/', words: '아파트' },
  ]);
  expect(historyWays({ kind: 'apt', sido: null, sigungu: null })).toHaveLength(1);
});

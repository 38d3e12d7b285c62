import { expect, onTestFinished, test } from 'vitest';
import { notices } from '../../../db/catalog/schema.ts';
import { takeOrders } from '../../../db/publications/take-orders.ts';
import { resultsToday } from '../../../site/home/results-today.ts';
import { move } from '../../db/publications/orders.ts';
import { freshFolder } from '../../fresh.ts';
import { asOf, ids, smallCatalog } from '../small-catalog.ts';

async function catalogWith(more: number) {
  const catalog = await smallCatalog(freshFolder());
  onTestFinished(() => catalog.close());
  const closing = catalog.db
    .select()
    .from(notices)
    .all()
    .find(({ id }) => id === ids.closing)!;
  for (let i = 0; i < more; i++)
    catalog.db
      .insert(notices)
      .values({ ...closing, id: `20261${String(i).padStart(5, '0')}` })
      .run();
  return catalog.db;
}

test('of hundreds of results at one hour the home page names a few and counts the others', async () => {
  const { count, groups, more } = resultsToday(await catalogWith(300), asOf);
  const told = groups.flatMap(({ items }) => items);
  expect(count).toBeGreaterThan(300);
  expect(told.length).toBeLessThanOrEqual(12);
  expect(more).toBe(`외 ${count - told.length}건 모두 보기`);
  // The scores of the morning keep their place beside the crowd of the evening.
  expect(groups.map(({ at }) => at.words)).toEqual(['오늘 09:00', '오늘 19:30']);
});

test('also where every result has an hour of its own', async () => {
  const db = await catalogWith(40);
  const moves = Array.from({ length: 40 }, (_, i) =>
    move(
      { noticeId: `20261${String(i).padStart(5, '0')}` },
      `2026-11-24T${20 + Math.floor(i / 20)}:${10 + (i % 20)}:00+09:00`,
    ),
  );
  takeOrders(db, moves);
  const { groups } = resultsToday(db, asOf);
  expect(groups.map(({ items }) => items.length)).toEqual(Array.from({ length: 12 }, () => 1));
});

test('few results are all named', async () => {
  const { count, groups, more } = resultsToday(await catalogWith(0), asOf);
  expect(groups.flatMap(({ items }) => items)).toHaveLength(count);
  expect(more).toBeNull();
});

import { expect, onTestFinished, test } from 'vitest';
import type { Facts } from '../../../db/catalog/open.ts';
import { publishedResults } from '../../../db/catalog/published-results.ts';
import { competition, scores } from '../../../db/catalog/schema.ts';
import { takeOrders } from '../../../db/publications/take-orders.ts';
import { freshFolder } from '../../fresh.ts';
import { asOf, ids, smallCatalog } from '../../site/small-catalog.ts';
import { extend, hold, move } from '../publications/orders.ts';

async function filled() {
  const catalog = await smallCatalog(freshFolder());
  onTestFinished(() => catalog.close());
  return catalog.db;
}

function idsOf(db: Facts, instant = asOf) {
  return publishedResults(db, instant).map(({ id }) => id);
}

const all = [ids.publicRent, ids.remainder, ids.resupply, ids.officetel, ids.closed, ids.announced, ids.doubtful];

test('published results are told, the newest first', async () => {
  const db = await filled();
  expect(idsOf(db).toSorted()).toEqual(all.toSorted());
  const times = publishedResults(db, asOf).map(({ at }) => at.getTime());
  expect(times).toEqual(times.toSorted((a, b) => b - a));
});

test('rank 1 of an apartment is added up, the supply once a type', async () => {
  const [announced] = publishedResults(await filled(), asOf).filter(({ id }) => id === ids.announced);
  expect(announced).toMatchObject({ supply: 25, applicants: 833, scores: { lowest: 59, highest: 74 } });
});

test('scores stay closed until their own instant', async () => {
  const db = await filled();
  db.insert(scores)
    .values({ noticeId: ids.closed, modelNo: '01', type: 'x', segment: '01', lowest: '1', highest: '84', average: '9' })
    .run();
  expect(publishedResults(db, asOf).find(({ id }) => id === ids.closed)!.scores).toBeNull();
});

test('other kinds are counted where no application can stand twice', async () => {
  const results = new Map(publishedResults(await filled(), asOf).map((result) => [result.id, result]));
  expect(results.get(ids.remainder)).toMatchObject({ supply: 7, applicants: 1_234 });
  expect(results.get(ids.publicRent)).toMatchObject({ supply: 6, applicants: 1_234 });
  expect(results.get(ids.officetel)).toMatchObject({ supply: null, applicants: null });
});

test('what is printed as a dash, 0 or more than there is is nobody’s score', async () => {
  const db = await filled();
  db.delete(scores).run();
  const row = { noticeId: ids.announced, modelNo: '01', type: 'x', average: '-' };
  db.insert(scores)
    .values([
      { ...row, segment: '01', lowest: '-', highest: '-' },
      { ...row, segment: '02', lowest: '0', highest: '0' },
      { ...row, segment: '03', lowest: '9', highest: '60' },
      { ...row, segment: '04', lowest: '70', highest: '700' },
    ])
    .run();
  expect(publishedResults(db, asOf).find(({ id }) => id === ids.announced)!.scores).toEqual({ lowest: 9, highest: 60 });
});

test('what is held, moved past now, extended past now or not due is in no figure, though its rows are there', async () => {
  const db = await filled();
  takeOrders(db, [
    hold({ noticeId: ids.announced }),
    move({ noticeId: ids.doubtful }, '2026-11-24T10:00:01+09:00'),
    extend({ noticeId: ids.remainder }, '2026-11-24T12:00:00+09:00'),
  ]);
  const row = { modelNo: '01', type: '084.9800A', rank: 1, segment: '01', supply: 1, applicants: 9, rate: '9.00' };
  db.insert(competition)
    .values([ids.open, ids.closing, ids.held].map((noticeId) => ({ noticeId, ...row })))
    .run();
  const closed = [ids.announced, ids.doubtful, ids.remainder, ids.open, ids.closing, ids.held];
  expect(idsOf(db).filter((id) => closed.includes(id))).toEqual([]);
  expect(idsOf(db, new Date('2026-11-24T10:00:01+09:00'))).toContain(ids.doubtful);
});

import { expect, test } from 'vitest';
import { empty, miscounted, moreFields } from '../../../stand-ins/odcloud/faults.ts';
import { factsIn } from './dump.ts';
import { freshDataDir, odcloudWith, oneRun } from './one-run.ts';
import { aptNotice, aptType, smallTables } from './sample-rows.ts';

const days = { announcedOn: '2026-10-20', closesOn: '2026-11-25', winnersOn: '2026-12-02' };
const number = (i: number) => String(2_026_000_001 + i);
const manyNotices = (count: number) => ({
  getAPTLttotPblancDetail: Array.from({ length: count }, (_, i) => aptNotice(number(i), days)),
});

const pagesOf = (asked: { operation: string; page: number }[], operation: string) =>
  asked.filter((request) => request.operation === operation).map(({ page }) => page);

test('pages are read until all that matches was there', async () => {
  const dataDir = freshDataDir();
  const odcloud = await odcloudWith(manyNotices(2_001));
  const { failed } = await oneRun(dataDir, odcloud);

  expect(failed).toBeUndefined();
  expect(pagesOf(odcloud.asked, 'getAPTLttotPblancDetail')).toEqual([1, 2, 3]);
  expect(factsIn(dataDir)['notices']).toHaveLength(2_001);
});

test('a full last page is the last one', async () => {
  const odcloud = await odcloudWith(manyNotices(2_000));
  await oneRun(freshDataDir(), odcloud);

  expect(pagesOf(odcloud.asked, 'getAPTLttotPblancDetail')).toEqual([1, 2]);
});

test('an API that gives smaller pages than it was asked for is read to its end', async () => {
  const dataDir = freshDataDir();
  const odcloud = await odcloudWith(manyNotices(250));
  odcloud.largestPage = 100;
  await oneRun(dataDir, odcloud);

  expect(pagesOf(odcloud.asked, 'getAPTLttotPblancDetail')).toEqual([1, 2, 3]);
  expect(factsIn(dataDir)['notices']).toHaveLength(250);
});

test('rows that change places between two pages are read again, and what still is missing is remarked on', async () => {
  const dataDir = freshDataDir();
  const odcloud = await odcloudWith(manyNotices(1_200));
  odcloud.orderSeed = 7;
  const { failed, lines } = await oneRun(dataDir, odcloud);

  expect(failed).toBeUndefined();
  expect(pagesOf(odcloud.asked, 'getAPTLttotPblancDetail')).toEqual([1, 2, 1, 2]);
  const taken = factsIn(dataDir)['notices']!.length;
  expect(taken).toBeGreaterThan(1_000);
  expect(taken).toBeLessThan(1_200);
  expect(lines.join('\n')).toContain('getAPTLttotPblancDetail changed while it was read');
});

test('rows in another order on every call are no trouble when they are all there', async () => {
  const dataDir = freshDataDir();
  const odcloud = await odcloudWith(smallTables());
  await oneRun(dataDir, odcloud);
  const other = freshDataDir();
  odcloud.orderSeed = 3;
  const { lines } = await oneRun(other, odcloud);

  expect(factsIn(other)).toEqual(factsIn(dataDir));
  expect(lines.join('\n')).not.toContain('changed while it was read');
});

test('a row that arrives between two pages is found by the second reading', async () => {
  const dataDir = freshDataDir();
  const odcloud = await odcloudWith(manyNotices(1_500));
  odcloud.onRequest = ({ operation, page }) => {
    const rows = odcloud.tables[operation];
    if (page === 2 && rows?.length === 1_500) rows.unshift(aptNotice(number(1_500), days));
  };
  const { lines } = await oneRun(dataDir, odcloud);

  expect(pagesOf(odcloud.asked, 'getAPTLttotPblancDetail')).toEqual([1, 2, 1, 2]);
  expect(factsIn(dataDir)['notices']).toHaveLength(1_501);
  expect(lines.join('\n')).not.toContain('changed while it was read');
});

test('a matchCount that differs from page to page is no end and no endless reading', async () => {
  const odcloud = await odcloudWith(manyNotices(1_500));
  odcloud.fail(miscounted(9_000_000), { operation: 'getAPTLttotPblancDetail', page: 2, times: 2 });
  const { failed, lines } = await oneRun(freshDataDir(), odcloud);

  expect(failed).toBeUndefined();
  expect(pagesOf(odcloud.asked, 'getAPTLttotPblancDetail')).toEqual([1, 2, 3, 1, 2, 3]);
  expect(lines.join('\n')).toContain('getAPTLttotPblancDetail changed while it was read');
});

test('two rows that are alike in everything count as two', async () => {
  const odcloud = await odcloudWith({
    ...smallTables(),
    getAPTLttotPblancMdl: [aptType('2026000001'), aptType('2026000001')],
  });
  const { lines } = await oneRun(freshDataDir(), odcloud, { full: true });

  expect(pagesOf(odcloud.asked, 'getAPTLttotPblancMdl')).toEqual([1]);
  expect(lines.join('\n')).not.toContain('changed while it was read');
});

test('an empty table is an answer', async () => {
  const odcloud = await odcloudWith(smallTables());
  odcloud.fail(empty, { operation: 'getAPTLttotPblancDetail' });
  const { failed } = await oneRun(freshDataDir(), odcloud);

  expect(failed).toBeUndefined();
  expect(pagesOf(odcloud.asked, 'getAPTLttotPblancDetail')).toEqual([1]);
});

test('fields that nobody has documented change nothing', async () => {
  const dataDir = freshDataDir();
  const odcloud = await odcloudWith(smallTables());
  await oneRun(dataDir, odcloud);
  const other = freshDataDir();
  odcloud.fail(moreFields, { times: 100 });
  await oneRun(other, odcloud);

  expect(factsIn(other)).toEqual(factsIn(dataDir));
});

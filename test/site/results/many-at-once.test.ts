import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { notices } from '../../../db/catalog/schema.ts';
import { renderPages } from '../../../site/release/render.ts';
import { dueDays } from '../../../site/results/due-days.ts';
import { dueToday } from '../../../site/results/due.ts';
import { firstGroups, shownGroups } from '../../../site/results/due-shown.ts';
import { freshFolder } from '../../fresh.ts';
import { linksOf, mainOf } from '../pages/built-site.ts';
import { asOf, ids, smallCatalog } from '../small-catalog.ts';

/* A Tuesday on which the results of three hundred notices become public at 19:30. */

const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
const many = 300;
let client: string;

async function crowded(dataDir: string) {
  const catalog = await smallCatalog(dataDir);
  const { db } = catalog;
  const model = db
    .select()
    .from(notices)
    .all()
    .find(({ id }) => id === ids.closing)!;
  for (let i = 0; i < many; i++)
    db.insert(notices)
      .values({
        ...model,
        id: String(2026800001 + i),
        name: `${'가나다라마바사아자차'[i % 10]}${i}차 등대마을 ${i * 7_919}단지`,
      })
      .run();
  return catalog;
}

beforeAll(async () => {
  const work = join(folder, 'site');
  mkdirSync(work);
  const catalog = await crowded(join(folder, 'data'));
  catalog.copyTo(join(work, 'facts.db'));
  catalog.close();
  client = join(work, 'client');
  await renderPages({
    work,
    client,
    facts: join(work, 'facts.db'),
    asOf,
    siteUrl: 'https://lighthouse.example',
    notices: many,
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function htmlOf(path: string) {
  return readFileSync(join(client, path, 'index.html'), 'utf8');
}

test('the page of results names twenty of an instant and leads to all of them, within its 14 kB', () => {
  const html = htmlOf('/results/');
  expect(mainOf(html)).toContain(`외 ${many + 1 - 20}건 모두 보기`);
  expect(linksOf(html)).toContain('/results/day/2026-11-24/');
  expect(gzipSync(html).length).toBeLessThan(14_000);
});

test('the pages of that day name every notice once, each within its 14 kB', () => {
  const pages = ['', '2/', '3/'].map((part) => htmlOf(`/results/day/2026-11-24/${part}`));
  const named = pages.flatMap(linksOf).filter((href) => /^\/results\/2026(8\d{5}|000002)\/$/.test(href));
  expect(named).toHaveLength(many + 1);
  expect(new Set(named).size).toBe(many + 1);
  for (const page of pages) {
    expect(gzipSync(page).length).toBeLessThan(14_000);
    expect(mainOf(page)).toContain('오늘 19:30 이후 경쟁률');
    expect(linksOf(page)).toContain('/results/day/2026-11-24/3/');
  }
});

test('a day has such pages for its notices alone, before and after its hour, whether results are there or not', async () => {
  const catalog = await crowded(freshFolder());
  const days = (instant: string) => dueDays(catalog.db, new Date(instant)).map(({ day, number }) => `${day}/${number}`);
  const expected = [1, 2, 3].map((number) => `2026-11-24/${number}`);
  const winners = [1, 2, 3].map((number) => `2026-11-30/${number}`);
  for (const instant of ['2026-11-24T10:00:00+09:00', '2026-11-24T19:30:00+09:00', '2027-01-01T00:00:00+09:00'])
    expect(days(instant)).toEqual([...expected, ...winners]);
  catalog.close();
});

test('few at an instant stay as they are; those of later instants are counted', async () => {
  const catalog = await smallCatalog(freshFolder());
  const groups = dueToday(catalog.db, asOf);
  expect(shownGroups(groups)).toEqual(groups);
  expect(dueDays(catalog.db, asOf)).toEqual([]);
  expect(firstGroups([...groups, ...groups], groups[0]!.items.length)).toMatchObject({
    groups: [groups[0]],
    left: [...groups.slice(1), ...groups].reduce((sum, { items }) => sum + items.length, 0),
  });
  expect(firstGroups([], 60)).toEqual({ groups: [], left: 0 });
  catalog.close();
});

import { expect, test } from 'vitest';
import { differing, siteOf } from '../../closed/site-of.ts';
import { freshFolder } from '../../fresh.ts';
import { asOf, ids, smallCatalog } from '../small-catalog.ts';

async function siteFiles(closedRows: boolean) {
  const catalog = await smallCatalog(freshFolder(), { closedRows });
  try {
    return await siteOf(catalog, asOf);
  } finally {
    catalog.close();
  }
}

/** A file of everything that a site is made of. */
const surfaces = [
  'index.html',
  'sitemap-1.xml',
  'sw.js',
  'data/competition.json',
  'data/scores.csv',
  'data/datapackage.json',
  'data/snapshots/index.json',
  'feeds/events.json',
  'feeds/schedule.json',
  'feeds/all.atom',
  'feeds/all.json',
  'feeds/all.ics',
  `notices/${ids.closing}/schedule.ics`,
  `notices/${ids.closing}/index.html`,
  `results/${ids.closing}/index.html`,
  'results/region/seoul/index.html',
  'results/kind/apt/index.html',
  'calendar/2026-11/index.html',
  'cards/site.png',
  `cards/${ids.closing}.png`,
  'map/notices.json',
  `compare/${ids.closing.slice(0, 8)}.json`,
  'search/notices.json',
  'search/facets.json',
].map((name) => `client/${name}`);

test('a source that holds closed results makes the same site, every file of it', { timeout: 120_000 }, async () => {
  const [open, closed] = [await siteFiles(false), await siteFiles(true)];
  expect([...open.keys()]).toEqual(expect.arrayContaining(surfaces));
  expect(differing(open, closed)).toEqual([]);
});

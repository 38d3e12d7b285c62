import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeSite } from '../../../site/release/make-site.ts';
import { freshFolder } from '../../fresh.ts';
import { asOf, smallCatalog } from '../small-catalog.ts';

/** Every file that a site of the small catalog is made of, with its bytes, and what a web server gets beside it. */
async function siteFiles(closedRows: boolean) {
  const work = join(freshFolder(), 'work');
  mkdirSync(work);
  const catalog = await smallCatalog(freshFolder(), { closedRows });
  const copy = join(work, 'facts.db');
  catalog.copyTo(copy);
  try {
    const snapshots = join(work, 'none');
    await makeSite({ db: catalog.db, copy, asOf, siteUrl: 'https://lighthouse.example', work, snapshots });
  } finally {
    catalog.close();
  }
  rmSync(copy);
  const files = readdirSync(work, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(work.length + 1), readFileSync(path, 'latin1')]),
  );
}

test('a source that holds closed results makes the same site, every file of it', { timeout: 120_000 }, async () => {
  const [open, closed] = [await siteFiles(false), await siteFiles(true)];
  const names = [...new Set([...open.keys(), ...closed.keys()])].sort();
  expect(names).toEqual(
    expect.arrayContaining(['client/data/competition.json', 'client/feeds/events.json', 'client/sitemap-1.xml']),
  );
  expect(names.filter((name) => open.get(name) !== closed.get(name))).toEqual([]);
});

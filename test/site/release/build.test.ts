import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getTableColumns } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Facts } from '../../../db/catalog/open.ts';
import { competition, houseTypes, notices, scores, specialSupply } from '../../../db/catalog/schema.ts';
import { fixedClock, koreanInstant } from '../../../db/clock.ts';
import { exampleSource } from '../../../db/ingest/example-source.ts';
import { ingest } from '../../../db/ingest/ingest.ts';
import { takeFiles } from '../../../db/ingest/from-files.ts';
import { openIntake } from '../../../db/ingest/intake.ts';
import { build } from '../../../site/release/build.ts';
import { readManifest } from '../../../site/release/manifest.ts';
import { releaseIds } from '../../../site/release/releases.ts';
import { freshCatalog, freshFolder } from '../../fresh.ts';
import { realRows, withoutRealRows } from '../../real-rows.ts';

const asOf = koreanInstant('2026-11-22', '09:00');
const siteUrl = 'https://example.org';

async function exampleCatalog() {
  const catalog = freshCatalog();
  await ingest(catalog.db, fixedClock(asOf), exampleSource(asOf));
  return catalog;
}

const json = (release: string, name: string) =>
  JSON.parse(readFileSync(join(release, 'client/data', name), 'utf8')) as Record<string, unknown>[];

function factsAreExact(db: Facts, release: string) {
  const { revision: _revision, firstSeenAt: _firstSeenAt, ...columns } = getTableColumns(notices);
  const facts = db.select(columns).from(notices).orderBy(notices.id).all();
  expect(json(release, 'notices.json')).toEqual(facts);
  const key = (row: object) => JSON.stringify(Object.values(row).slice(0, 5));
  for (const [name, table] of [
    ['house-types.json', houseTypes],
    ['competition.json', competition],
    ['special-supply.json', specialSupply],
    ['scores.json', scores],
  ] as const) {
    const sort = (rows: object[]) => rows.map((row) => [key(row), row]).sort(([a], [b]) => (a! < b! ? -1 : 1));
    expect(sort(json(release, name))).toEqual(sort(db.select().from(table).all()));
  }
  return facts;
}

test(
  'every notice has its page and its results page; the open data hold exactly the facts',
  { timeout: 120_000 },
  async () => {
    const catalog = await exampleCatalog();
    const releases = freshFolder();
    const { manifest } = await build({ releases, catalog, asOf, siteUrl });
    const release = join(releases, manifest.id);
    const facts = factsAreExact(catalog.db, release);
    const missing = facts
      .flatMap(({ id }) => [`notices/${id}/index.html`, `results/${id}/index.html`])
      .filter((path) => !(path in manifest.files));
    expect(missing).toEqual([]);
    const sitemap = readFileSync(join(release, 'client/sitemap-1.xml'), 'utf8');
    expect(sitemap).toContain(`<loc>${siteUrl}/notices/${facts[0]!.id}/</loc>`);
    expect(sitemap).not.toContain('/alerts/unavailable/');
    expect(readdirSync(releases)).toEqual([manifest.id]);
  },
);

test('a build that is stopped, or cannot render, leaves nothing and says why', { timeout: 120_000 }, async () => {
  const catalog = await exampleCatalog();
  const releases = freshFolder();
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 2_000);
  await expect(build({ releases, catalog, asOf, siteUrl, signal: stop.signal })).rejects.toThrow(/abort/i);
  expect(readdirSync(releases)).toEqual([]);

  await expect(build({ releases, catalog, asOf, siteUrl: 'no address' })).rejects.toThrow(
    'The pages could not be rendered',
  );
  expect(readdirSync(releases)).toEqual([]);
});

test(
  'on the real rows every notice has its page, and the open data are exact',
  { timeout: 240_000 },
  async (context) => {
    const folder = realRows('odcloud');
    if (!folder) return context.skip(withoutRealRows);
    const catalog = freshCatalog();
    await takeFiles(openIntake(catalog.db, asOf), folder, () => {});
    const releases = freshFolder();
    const { manifest } = await build({ releases, catalog, asOf, siteUrl });
    const facts = factsAreExact(catalog.db, join(releases, manifest.id));
    expect(facts).toHaveLength(2_058);
    expect(facts.filter(({ id }) => !(`notices/${id}/index.html` in manifest.files))).toEqual([]);
    expect(facts.filter(({ id }) => !(`results/${id}/index.html` in manifest.files))).toEqual([]);
    expect(releaseIds(releases)).toEqual([readManifest(join(releases, manifest.id)).id]);
    expect(existsSync(join(releases, manifest.id, 'client/404.html.br'))).toBe(true);
  },
);

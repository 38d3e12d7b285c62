import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { countNotices } from '../../db/catalog/count-notices.ts';
import type { Catalog } from '../../db/catalog/open.ts';
import { recordBuild } from '../../db/catalog/releases.ts';
import { systemClock } from '../../db/clock.ts';
import { writeFeeds } from './feeds/write-feeds.ts';
import { writeHeaderFiles } from './header-files.ts';
import { instantsOf } from './instants.ts';
import type { Manifest } from './manifest.ts';
import { writeOpenData } from './open-data.ts';
import { releaseIds, removeLeftovers, unfinished } from './releases.ts';
import { renderPages } from './render.ts';
import { seal } from './seal.ts';
import { writeSitemap } from './sitemap.ts';

export type BuildOptions = {
  /** Folder of all releases. */
  releases: string;
  catalog: Catalog;
  /** The one instant that every page speaks of. */
  asOf: Date;
  siteUrl: string;
  /** Makes every file anew instead of linking to what the newest release has the same. */
  fresh?: boolean;
  progress?: (line: string) => void;
  /** Stops the build; nothing is left of it. */
  signal?: AbortSignal;
};

export type Built = { manifest: Manifest; seconds: { pages: number; all: number } };

/**
 * Builds the whole site as of one instant. The same catalog and instant give the same bytes.
 * All of it happens in a folder that gets its name last: a build that fails or is killed leaves nothing that looks like a
 * release.
 */
export async function build(options: BuildOptions): Promise<Built> {
  const { releases, catalog, asOf, siteUrl, fresh = false, progress = () => {}, signal } = options;
  mkdirSync(releases, { recursive: true });
  removeLeftovers(releases);
  const work = mkdtempSync(join(resolve(releases), unfinished));
  const seconds = stopwatch();
  try {
    const client = join(work, 'client');
    const facts = join(work, 'facts.db');
    const notices = countNotices(catalog.db);
    catalog.copyTo(facts);
    progress(`Rendering the pages of ${notices.toLocaleString('en')} notices …`);
    await renderPages({ work, client, facts, asOf, siteUrl, notices, signal });
    rmSync(facts);
    const pages = seconds();
    writeOpenData(catalog.db, join(client, 'data'));
    writeFeeds(catalog.db, join(client, 'feeds'), asOf);
    writeSitemap(client, siteUrl);
    writeHeaderFiles(work);
    progress(`Rendered in ${pages.toFixed(1)} s. Compressing, and taking the digest of every file …`);
    const earlier = fresh ? null : (releaseIds(releases).at(-1) ?? null);
    const manifest = await seal({ releases, work, asOf, instants: instantsOf(catalog.db, asOf), earlier, signal });
    const { id, tree, files } = manifest;
    recordBuild(catalog.db, { id, asOf: manifest.asOf, tree, files: Object.keys(files).length }, systemClock);
    return { manifest, seconds: { pages, all: seconds() } };
  } catch (error) {
    rmSync(work, { recursive: true, force: true });
    throw error;
  }
}

function stopwatch() {
  const begun = performance.now();
  return () => (performance.now() - begun) / 1000;
}

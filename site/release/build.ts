import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { countNotices } from '../../db/catalog/count-notices.ts';
import type { Catalog } from '../../db/catalog/open.ts';
import { recordBuild } from '../../db/catalog/releases.ts';
import { systemClock } from '../../db/clock.ts';
import { instantsOf } from './instants.ts';
import { makeSite } from './make-site.ts';
import type { Manifest } from './manifest.ts';
import { releaseIds, removeLeftovers, unfinished } from './releases.ts';
import { seal } from './seal.ts';
import { snapshotsFolder } from './snapshots/folder.ts';
import { keepSnapshot } from './snapshots/keep-snapshot.ts';

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
    keepSnapshot({ releases, db: catalog.db, asOf, say: progress });
    const copy = join(work, 'facts.db');
    catalog.copyTo(copy);
    const newest = fresh ? undefined : releaseIds(releases).at(-1);
    const earlier = newest ? join(releases, newest) : null;
    progress(`Rendering the pages of ${countNotices(catalog.db).toLocaleString('en')} notices …`);
    const pages = await makeSite({
      db: catalog.db,
      copy,
      asOf,
      siteUrl,
      earlier,
      work,
      snapshots: snapshotsFolder(releases),
      say: progress,
      signal,
    });
    rmSync(copy);
    progress(`Rendered in ${pages.toFixed(1)} s. Compressing, and taking the digest of every file …`);
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

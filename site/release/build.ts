import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Catalog } from '../../db/catalog/open.ts';
import { countNotices } from '../../db/catalog/count-notices.ts';
import { recordBuild } from '../../db/catalog/releases.ts';
import { koreanStamp, systemClock } from '../../db/clock.ts';
import { compressFiles } from './compress.ts';
import { type Manifest, ownReport, treeDigest } from './manifest.ts';
import { writeOpenData } from './open-data.ts';
import { releaseIds, removeLeftovers, unfinished } from './releases.ts';
import { renderPages } from './render.ts';
import { writeSitemap } from './sitemap.ts';
import { sealFile } from './seal-file.ts';
import { syncToDisk } from './sync-to-disk.ts';

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

export type Built = { manifest: Manifest; seconds: { pages: number; files: number; all: number } };

/**
 * Builds the whole site as of one instant. The same catalog and instant give the same bytes.
 * All of it happens in a folder that gets its name last: a build that fails or is killed leaves nothing that looks like a
 * release.
 */
export async function build(options: BuildOptions): Promise<Built> {
  const { releases, catalog, asOf, siteUrl, fresh = false, progress = () => {}, signal } = options;
  mkdirSync(releases, { recursive: true });
  removeLeftovers(releases);
  const work = mkdtempSync(join(releases, unfinished));
  const client = join(work, 'client');
  const seconds = stopwatch();
  try {
    const facts = join(work, 'facts.db');
    catalog.copyTo(facts);
    await renderPages({ work, client, facts, asOf, siteUrl, notices: countNotices(catalog.db), progress, signal });
    rmSync(facts);
    writeOpenData(catalog.db, join(client, 'data'));
    writeSitemap(client, siteUrl);
    const pages = seconds();

    progress('Compressing and fixing every file …');
    const newest = fresh ? undefined : releaseIds(releases).at(-1);
    const files = await compressFiles(client, newest ? join(releases, newest) : null, signal);
    const tree = treeDigest(files);
    const id = `${koreanStamp(asOf).slice(0, 16).replace(':', '')}-${tree.slice(0, 8)}`;
    files[ownReport] = sealOwnReport(client, { release: id, asOf: koreanStamp(asOf), tree });
    const manifest: Manifest = { format: 1, id, asOf: koreanStamp(asOf), tree, files };
    writeFileSync(join(work, 'manifest.json'), JSON.stringify(manifest));
    syncToDisk(work);
    giveName(work, join(releases, id));
    recordBuild(catalog.db, { id, asOf: koreanStamp(asOf), tree, files: Object.keys(files).length }, systemClock);
    return { manifest, seconds: { pages, files: seconds() - pages, all: seconds() } };
  } catch (error) {
    rmSync(work, { recursive: true, force: true });
    throw error;
  }
}

/** The one file that says which release it is in; no page does, so that pages stay the same where they say the same. */
function sealOwnReport(client: string, report: { release: string; asOf: string; tree: string }) {
  const path = join(client, ownReport);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(report)}\n`);
  return sealFile(path);
}

/** A release of the same instant and bytes may be there already: the new one takes its place, byte for byte the same. */
function giveName(work: string, release: string) {
  try {
    renameSync(work, release);
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    rmSync(work, { recursive: true, force: true });
  }
}

function stopwatch() {
  const begun = performance.now();
  return () => (performance.now() - begun) / 1000;
}

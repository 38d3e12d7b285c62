import { chmodSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { koreanStamp } from '../../db/clock.ts';
import { compressFiles } from './compress.ts';
import type { Instants } from './instants.ts';
import { type Manifest, ownReport, treeDigest } from './manifest.ts';
import { sealFile } from './seal-file.ts';
import { syncToDisk } from './sync-to-disk.ts';

export type FixOptions = {
  /** Folder with the finished site in `client/`. */
  work: string;
  asOf: Date;
  /** When pages will say something else. */
  instants: Instants;
  /** Folder of the release whose files are linked to where they are the same; null to make every file anew. */
  earlier: string | null;
  /**
   * The site is not public yet: of files that `earlier` has the same nothing is made. A link would tell, by the times of the
   * public file and by how many names it has, that its successor is the same.
   */
  closed?: boolean;
  signal?: AbortSignal | undefined;
};

/** Makes a release of a finished site: every file is fixed, and last of all the folder gets its name among the releases. */
export async function seal({ releases, ...options }: FixOptions & { releases: string }): Promise<Manifest> {
  const manifest = await fixFiles(options);
  syncToDisk(options.work);
  giveName(options.work, join(releases, manifest.id));
  return manifest;
}

/** Twins and digests for every file of a finished site, and the manifest beside it. */
export async function fixFiles({
  work,
  asOf,
  instants,
  earlier,
  closed = false,
  signal,
}: FixOptions): Promise<Manifest> {
  const client = join(work, 'client');
  const files = await compressFiles(client, earlier, { links: !closed, signal });
  const tree = treeDigest(files);
  const stamp = koreanStamp(asOf);
  const id = `${stamp.slice(0, 16).replace(':', '')}-${tree.slice(0, 8)}`;
  files[ownReport] = writeOwnReport(join(client, ownReport), { release: id, asOf: stamp, tree });
  const manifest: Manifest = { format: 1, id, asOf: stamp, tree, files, ...instants };
  writeFileSync(join(work, 'manifest.json'), JSON.stringify(manifest));
  return manifest;
}

/** The one file that says which release it is in; no page does, so that pages stay the same where they say the same. */
function writeOwnReport(path: string, report: { release: string; asOf: string; tree: string }) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(report)}\n`);
  return sealFile(path);
}

/** A release of the same minute and bytes may be there already: it stays, and the new one, being the same, goes. */
function giveName(work: string, release: string) {
  // A web server with a user of its own has to get in.
  chmodSync(work, 0o755);
  try {
    renameSync(work, release);
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    rmSync(work, { recursive: true, force: true });
  }
}

import { constants, copyFileSync, linkSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Snapshot } from '../../../db/catalog/schema.ts';
import { oneALine } from '../feeds/one-a-line.ts';
import { snapshotFile } from './folder.ts';

/**
 * Puts archived days into `data/snapshots` of a site, and a list of them, the newest first.
 * @param closed copies them: a link shows on the public file.
 */
export function placeSnapshots(shown: Snapshot[], folder: string, client: string, closed: boolean) {
  const target = join(client, 'data', 'snapshots');
  mkdirSync(target, { recursive: true });
  for (const { day } of shown) place(snapshotFile(folder, day), join(target, `${day}.zip`), closed);
  const entries = shown
    .toReversed()
    .map(({ day, bytes, sha256 }) => ({ day, path: `/data/snapshots/${day}.zip`, bytes, sha256 }));
  writeFileSync(join(target, 'index.json'), oneALine({ format: 1 }, 'snapshots', entries));
}

function place(from: string, to: string, closed: boolean) {
  try {
    if (!closed) return linkSync(from, to);
  } catch {
    // Another file system, or one without links.
  }
  copyFileSync(from, to, constants.COPYFILE_FICLONE);
}

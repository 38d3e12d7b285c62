import { linkSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Manifest } from '../manifest.ts';
import { unfinished } from '../releases.ts';
import { syncToDisk } from '../sync-to-disk.ts';
import { verify } from '../verify.ts';
import { formsOf } from './sealed-forms.ts';

/** A folder beside the releases that holds links to all public files of one of them, empty files, and the manifest of that one. */
export type Staged = { folder: string; base: Manifest };

/**
 * Makes ready, before the instant, all that does not depend on what is closed: another folder with the files of the base, which
 * is verified, on the disk. Nothing may write into a file of it.
 * @throws a sentence when the base is not whole.
 */
export function stage(releases: string, baseId: string): Staged {
  const base = verify(join(releases, baseId));
  const folder = mkdtempSync(join(releases, unfinished));
  try {
    linkAll(join(releases, baseId, 'client'), join(folder, 'client'), base.files);
    layBlanks(join(folder, blanks), blanksFor(base));
    syncToDisk(folder);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return { folder, base };
}

/** Folder of the empty files that lie ready beside the links, as many whatever is sealed: what changes is written into them. */
export const blanks = 'blank';

/** A tenth of the pages and their twins, 500 of them at the most. More are made when they are needed. */
export function blanksFor({ files }: Manifest) {
  return Math.min(1_500, Math.ceil(Object.keys(files).length * 0.3));
}

function layBlanks(folder: string, count: number) {
  mkdirSync(folder);
  for (let i = 0; i < count; i += 1) writeFileSync(join(folder, String(i)), '');
}

function linkAll(from: string, to: string, files: Manifest['files']) {
  const made = new Set<string>();
  for (const { name } of Object.entries(files).flatMap(([path, file]) => formsOf(path, file))) {
    const folder = dirname(name);
    if (!made.has(folder)) mkdirSync(join(to, folder), { recursive: true });
    made.add(folder);
    linkSync(join(from, name), join(to, name));
  }
}

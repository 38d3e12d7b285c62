import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Catalog } from '../../db/catalog/open.ts';
import { makeSite } from '../../site/release/make-site.ts';

/**
 * Every file that the site of a catalog is made of as of an instant, pictures drawn anew, and what a web server gets beside it:
 * bytes as Latin-1 by path.
 * @param snapshots folder of the archived open data that the catalog records.
 */
export async function siteOf(catalog: Catalog, asOf: Date, snapshots = 'none') {
  const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
  try {
    const work = join(folder, 'work');
    mkdirSync(work);
    const copy = join(folder, 'facts.db');
    catalog.copyTo(copy);
    await makeSite({ db: catalog.db, copy, asOf, siteUrl: 'https://lighthouse.example', work, snapshots });
    return filesIn(work);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The names of files that one site has and the other has not, or has with other bytes. */
export function differing(one: Map<string, string>, other: Map<string, string>) {
  const names = [...new Set([...one.keys(), ...other.keys()])].sort();
  return names.filter((name) => one.get(name) !== other.get(name));
}

function filesIn(folder: string) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'latin1')]));
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { entriesIn } from './entries.ts';
import type { Finder } from './finder-of.ts';

/** Folders to look through; of the first kind only what lies outside the folder where a site is prepared. */
export type Places = { dataDir: string; others: string[] };

/** The only folder in which what is closed may stand in clear, while a site is prepared. */
export const privateRoom = 'vault/preparing';

/**
 * Looks for values in every file, in its name and in the target of a link. A file that has not been touched since is not read again.
 * @returns a function that names the places in which it has found something: `path: form`.
 */
export function searcherOf(find: Finder, { dataDir, others }: Places) {
  const searched = new Set<string>();
  return () =>
    [dataDir, ...others].flatMap((folder) =>
      entriesIn(folder).flatMap(({ path, stat }) => {
        const isPrivate = folder === dataDir && `${path}/`.startsWith(`${privateRoom}/`);
        const key = `${stat.dev} ${stat.ino} ${stat.ctimeNs} ${path}`;
        if (isPrivate || searched.has(key)) return [];
        const found = [path, ...(stat.isFile() ? [bytesOf(join(folder, path))] : [])].flatMap(find);
        if (found.length === 0) searched.add(key);
        return found.map((form) => `${join(folder, path)}: ${form}`);
      }),
    );
}

/** Nothing of a file that went while this looks. */
function bytesOf(path: string) {
  try {
    return readFileSync(path);
  } catch {
    return '';
  }
}

import { lstatSync, readdirSync, type BigIntStats } from 'node:fs';
import { join } from 'node:path';

/** A file, folder or link below a folder, by its relative path. */
export type Entry = { path: string; stat: BigIntStats };

/** Everything below a folder, in the order of the paths. What goes while this looks is left out. */
export function entriesIn(folder: string): Entry[] {
  const entries: Entry[] = [];
  const walk = (below: string) => {
    for (const name of namesIn(join(folder, below))) {
      const path = join(below, name);
      const stat = lstatSync(join(folder, path), { bigint: true, throwIfNoEntry: false });
      if (!stat) continue;
      entries.push({ path, stat });
      if (stat.isDirectory()) walk(path);
    }
  };
  walk('');
  return entries.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function namesIn(folder: string) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

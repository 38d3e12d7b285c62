import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { noticeLine } from '../../db/catalog/notice-line.ts';
import type { Facts } from '../../db/catalog/open.ts';
import { notices } from '../../db/catalog/schema.ts';
import { asc } from '../../db/drizzle.ts';
import { facetsFile } from './facets-file.ts';
import { noticesFile } from './notices-file.ts';
import { wordsFile } from './words-file.ts';

/**
 * Writes what the browser searches and filters in: `notices.json`, `words.json`, `facets.json`. It follows from notices and
 * house types alone, not from the time and from no result, so that it changes when a notice does.
 */
export function writeSearch(db: Facts, folder: string) {
  mkdirSync(folder, { recursive: true });
  const all = announced(db);
  write(join(folder, 'notices.json'), noticesFile(all));
  write(join(folder, 'words.json'), wordsFile(all));
  write(join(folder, 'facets.json'), facetsFile(db, all));
}

export type Announced = ReturnType<typeof announced>[number];

function announced(db: Facts) {
  const { noticeNo, address, builder, developer } = notices;
  return db
    .select({ ...noticeLine, noticeNo, address, builder, developer })
    .from(notices)
    .orderBy(asc(notices.id))
    .all();
}

/** A column a line. */
function write(path: string, file: object) {
  const columns = Object.entries(file).map(([name, column]) => `${JSON.stringify(name)}:${JSON.stringify(column)}`);
  writeFileSync(path, `{${columns.join(',\n')}}\n`);
}

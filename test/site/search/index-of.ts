import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Facts } from '../../../db/catalog/open.ts';
import type { FacetsFile, NoticesFile, WordsFile } from '../../../site/scripts/search/index-file.ts';
import { writeSearch } from '../../../site/search/write-search.ts';
import { freshFolder } from '../../fresh.ts';

export type IndexFiles = { notices: NoticesFile; words: WordsFile; facets: FacetsFile };

/** What is written of a catalog, read again. */
export function indexOf(db: Facts): IndexFiles {
  const folder = freshFolder();
  writeSearch(db, folder);
  const read = (name: string) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as never;
  return { notices: read('notices'), words: read('words'), facets: read('facets') };
}

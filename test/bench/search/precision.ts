import type { NoticesFile, WordsFile } from '../../../site/scripts/search/index-file.ts';
import { prepare, withWords } from '../../../site/scripts/search/prepare.ts';
import { search } from '../../../site/scripts/search/search.ts';
import type { IndexTexts } from './index-of.ts';
import type { Query } from './queries.ts';

/** The day that the queries are asked on, counted from 1970-01-01. */
export const askedOn = Date.parse('2025-06-18T00:00:00Z') / 86_400_000;

/** How many queries were asked, and which did not find what they must among the first three. */
export function missed(files: IndexTexts, queries: Record<string, Query[]>) {
  const prepared = withWords(prepare(JSON.parse(files.notices) as NoticesFile), JSON.parse(files.words) as WordsFile);
  const all = Object.entries(queries).flatMap(([group, its]) => its.map((query) => ({ group, ...query })));
  const wrong = all.flatMap(({ group, typed, finds }) => {
    const { hits } = search(prepared, typed, askedOn);
    const first = hits.slice(0, 3).map(({ name }) => name);
    const lost = finds.filter((name) => !first.includes(name));
    return lost.length > 0
      ? [`${group}: "${typed}" does not find ${lost.join(', ')} but ${first.join(', ') || 'nothing'}`]
      : [];
  });
  return { asked: all.length, groups: Object.keys(queries).length, wrong };
}

import type { Sido } from '../../content/regions.ts';
import type { Facts } from '../../db/catalog/open.ts';
import type { Way } from '../lists/ways.ts';
import { resultsWithin } from './history.ts';
import { kindHistories, sidoHistories, sigunguHistoriesIn, type HistoryPage } from './history-pages.ts';

/** Ways into past results, each with how many notices have published ones. */
export function historyWaysIn(db: Facts, asOf: Date): { regions: Way[]; kinds: Way[] } {
  return {
    regions: sidoHistories.map((page) => way(db, asOf, page)),
    kinds: kindHistories.map((page) => way(db, asOf, page)),
  };
}

/** The same for the 시군구 of a 시도 that have such a page: those without results as well. */
export function sigunguHistoryWays(db: Facts, asOf: Date, sido: Sido): Way[] {
  return sigunguHistoriesIn(db)
    .filter(({ facet }) => facet.sido === sido.code)
    .map((page) => ({ ...way(db, asOf, page), words: page.here }));
}

function way(db: Facts, asOf: Date, { href, words, facet }: HistoryPage): Way {
  return { href, words, count: resultsWithin(db, asOf, facet).length };
}

import type { Facet } from '../../db/catalog/lists.ts';
import type { Facts } from '../../db/catalog/open.ts';
import { publishedResults, type PublishedResult } from '../../db/catalog/published-results.ts';
import { koreanDay } from '../../db/clock.ts';
import type { ShortItem } from '../lists/short-item.ts';
import { historyPicture } from './pictures/history.ts';
import type { Picture } from './picture.ts';
import { countSpan, spanRow, type SpanRow } from './spans.ts';
import { resultItem } from './result-item.ts';

/** What the published results of a place or kind were, stretch by stretch of time, the newest first. */
export type History = {
  count: number;
  rows: SpanRow[];
  pictures: Picture[];
  newest: ShortItem[];
  /** Whose applicants are counted. */
  counted: '1순위 접수' | '접수';
  /** Whether scores of winners are among it. */
  scores: boolean;
  /** True where some results are in no sum. */
  leftOut: boolean;
};

/** Results that a page names one by one. */
const named = 30;

/**
 * Figures are of one kind of notices, so that like is set against like: apartments, unless the facet names another. The list holds
 * all kinds.
 * @param by how long a stretch is: half a year where there is much to tell.
 */
export function historyOf(db: Facts, asOf: Date, facet: Facet, by: 'half-year' | 'year'): History {
  const all = resultsWithin(db, asOf, facet);
  const kind = facet.kind ?? 'apt';
  const told = all.filter((result) => result.kind === kind);
  const spans = [...Map.groupBy(told, ({ at }) => spanOf(koreanDay(at), by))].map(([words, results]) =>
    countSpan(words, results),
  );
  return {
    count: all.length,
    rows: spans.map(spanRow),
    pictures: [historyPicture(spans)].filter((picture) => picture !== null),
    newest: newestOf(all, asOf),
    counted: kind === 'apt' ? '1순위 접수' : '접수',
    scores: spans.some(({ scores }) => scores !== null),
    leftOut: told.some(({ supply }) => supply === null),
  };
}

/** The newest of results, with what they come to. */
export function newestOf(results: PublishedResult[], asOf: Date) {
  return results.slice(0, named).map((result) => resultItem(result, koreanDay(asOf).slice(0, 4)));
}

/** The published results of a facet, the newest first. */
export function resultsWithin(db: Facts, asOf: Date, { sido, sigungu, kind }: Facet): PublishedResult[] {
  return publishedResults(db, asOf).filter(
    (result) =>
      (sido === undefined || result.sido === sido) &&
      (sigungu === undefined || result.sigungu === sigungu) &&
      (kind === undefined || result.kind === kind),
  );
}

function spanOf(day: string, by: 'half-year' | 'year') {
  const year = `${day.slice(0, 4)}년`;
  if (by === 'year') return year;
  return `${year} ${Number(day.slice(5, 7)) <= 6 ? '상반기' : '하반기'}`;
}

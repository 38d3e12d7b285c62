import type { Facet } from '../../db/catalog/lists.ts';
import type { Kind } from '../../db/kinds.ts';
import { kindsInPlaces } from '../../db/catalog/kinds-in-places.ts';
import type { Facts } from '../../db/catalog/open.ts';
import { allNotices, kindPages, sidoPages, sigunguPages, type FacetPage } from '../lists/facets.ts';
import type { Crumb } from '../words/crumbs.ts';

/**
 * A page that tells the past results of a place or kind. There is one for each from its first notice on, results or none; for a
 * 시도 or kind always.
 */
export type HistoryPage = { href: string; words: string; here: string; facet: Facet; above: Crumb[] };

/** Of the whole country: `/results/` itself, whose part it is. */
const root: Crumb = { href: '/results/', words: '결과' };

export const sidoHistories: HistoryPage[] = sidoPages.map(historyPage);
export const sigunguHistories: HistoryPage[] = sigunguPages.map(historyPage);
export const kindHistories: HistoryPage[] = kindPages.map(historyPage);

/** The pages of the 시군구 that ever had a notice. */
export function sigunguHistoriesIn(db: Facts): HistoryPage[] {
  const known = new Set(kindsInPlaces(db).map(({ sigungu }) => sigungu));
  return sigunguHistories.filter(({ facet }) => known.has(facet.sigungu!));
}

type Placed = { kind: Kind; sido: string | null; sigungu: string | null };

/** The pages that tell what results were like where a notice is, the nearest first, and of its kind. */
export function historyWays({ kind, sido, sigungu }: Placed): Crumb[] {
  return [
    ...sigunguHistories.filter(({ facet }) => sigungu !== null && facet.sigungu === sigungu),
    ...sidoHistories.filter(({ facet }) => sido !== null && facet.sido === sido),
    ...kindHistories.filter(({ facet }) => facet.kind === kind),
  ].map(({ href, words }) => ({ href, words }));
}

function historyPage({ href, words, here, facet, above }: FacetPage): HistoryPage {
  return {
    href: inResults(href),
    words,
    here,
    facet,
    above: above.map((crumb) => (crumb.href === allNotices.href ? root : { ...crumb, href: inResults(crumb.href) })),
  };
}

function inResults(href: string) {
  return href.replace(allNotices.href, root.href);
}

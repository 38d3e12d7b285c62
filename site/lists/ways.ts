import type { Sido } from '../../content/regions.ts';
import { noticesBySigungu, noticesByYear } from '../../db/catalog/lists.ts';
import { currentCounts } from '../../db/catalog/receipts.ts';
import type { Facts } from '../../db/catalog/open.ts';
import { koreanDay } from '../../db/clock.ts';
import { kindPages, sidoPages, type FacetPage } from './facets.ts';

export type Way = { href: string; words: string; count: number; current?: boolean };

/** Ways into the lists, each with how many notices are open or to come there. */
export function waysIn(db: Facts, asOf: Date): { regions: Way[]; kinds: Way[] } {
  const counts = currentCounts(db, koreanDay(asOf));
  const sum = (fits: (row: (typeof counts)[number]) => boolean) =>
    counts.filter(fits).reduce((total, { notices }) => total + notices, 0);
  return {
    regions: sidoPages.map(({ href, words, facet }) => ({
      href,
      words,
      count: sum(({ sido }) => sido === facet.sido),
    })),
    kinds: kindPages.map(({ href, words, facet }) => ({ href, words, count: sum(({ kind }) => kind === facet.kind) })),
  };
}

/** The years of a list with how many notices each had. */
export function yearWays(db: Facts, { facet, href }: FacetPage): Way[] {
  return noticesByYear(db, facet).map(({ year, notices }) => ({
    href: `${href}${year}/`,
    words: `${year}년`,
    count: notices,
  }));
}

/** The 시군구 of a 시도 with all notices they ever had; those without any are left out. */
export function sigunguWays(db: Facts, sido: Sido): Way[] {
  const counts = new Map(noticesBySigungu(db, sido.code).map(({ sigungu, notices }) => [sigungu, notices]));
  return sido.sigungu
    .map(({ code, slug, name }) => ({
      href: `/notices/region/${sido.slug}/${slug}/`,
      words: name,
      count: counts.get(code) ?? 0,
    }))
    .filter(({ count }) => count > 0);
}

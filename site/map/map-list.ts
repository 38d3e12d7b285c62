import type { Sido } from '../../content/regions.ts';
import { none, sumOf, type Count } from './counts.ts';

type Link = { href: string; words: string; count: number };

/** The places of a 시도 with what is open or to come there, as the map shows them. */
export type MapListPart = { name: string; count: number; links: Link[] };

export function mapList(regions: readonly Sido[], counts: Map<string, Count>): MapListPart[] {
  return regions.map((sido) => ({
    name: sido.name,
    count: currentIn(sido, counts),
    links: sido.sigungu.map(({ code, slug, name }) => ({
      href: `/notices/region/${sido.slug}/${slug}/`,
      words: name,
      count: current(counts.get(code) ?? none),
    })),
  }));
}

/** The ways to the maps of the 시도. */
export function sidoWays(regions: readonly Sido[], counts: Map<string, Count>): Link[] {
  return regions.map((sido) => ({
    href: `/map/${sido.slug}/`,
    words: sido.name,
    count: currentIn(sido, counts),
  }));
}

/** A 시도 in figures, and what of it no 시군구 is known of. */
export function sidoFigures(sido: Sido, counts: Map<string, Count>) {
  return {
    rows: sido.sigungu.map(({ code, slug, name }) => ({
      href: `/notices/region/${sido.slug}/${slug}/`,
      name,
      ...(counts.get(code) ?? none),
    })),
    placeless: counts.get(sido.code)?.all ?? 0,
  };
}

/** Open or to come in a 시도, those included of which no 시군구 is known. */
function currentIn(sido: Sido, counts: Map<string, Count>) {
  return current(sumOf([sido.code, ...sido.sigungu.map(({ code }) => code)].map((code) => counts.get(code) ?? none)));
}

function current({ open, upcoming }: Count) {
  return open + upcoming;
}

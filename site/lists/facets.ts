import { regions } from '../../content/regions.ts';
import { kindNames, kinds } from '../../db/kinds.ts';
import { placeWords } from '../words/places.ts';
import type { Facet } from '../../db/catalog/lists.ts';

/** A way to narrow the list of notices: where it lives, what it is called, what the catalog is asked for. */
export type FacetPage = {
  /** Ends in `/`. */
  href: string;
  words: string;
  /** Its name on the way to narrower lists. */
  here: string;
  facet: Facet;
  /** Lists that it belongs to, the widest first. */
  above: { href: string; words: string }[];
};

export const allNotices: FacetPage = { href: '/notices/', words: '전국', here: '공고', facet: {}, above: [] };
const above = [{ href: allNotices.href, words: '공고' }];

export const sidoPages: FacetPage[] = regions.map(({ code, slug, name }) => ({
  href: `/notices/region/${slug}/`,
  words: name,
  here: name,
  facet: { sido: code },
  above,
}));

export const kindPages: FacetPage[] = kinds.map((kind) => ({
  href: `/notices/kind/${kind}/`,
  words: kindNames[kind],
  here: kindNames[kind],
  facet: { kind },
  above,
}));

export const sigunguPages: FacetPage[] = regions.flatMap((sido) =>
  sido.sigungu.map(({ code, slug, name }) => ({
    href: `/notices/region/${sido.slug}/${slug}/`,
    words: placeWords({ sido: sido.code, sigungu: code }),
    here: name,
    facet: { sido: sido.code, sigungu: code },
    above: [...above, { href: `/notices/region/${sido.slug}/`, words: sido.name }],
  })),
);

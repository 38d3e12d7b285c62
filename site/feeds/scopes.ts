import { sidoByCode, sigunguByCode } from '../../content/regions/find.ts';
import { kindNames, kinds, type Kind } from '../../db/kinds.ts';
import { placeWords } from '../words/places.ts';

/** What a feed is narrowed to. */
export type FeedScope = {
  /** Below `/feeds/`, without the end that tells the format. */
  path: string;
  /** `전국`, `전국 아파트`, `경기 고양시 아파트`. */
  words: string;
  /** The list of notices that shows the same, or a wider one. */
  list: string;
};

/** Where a notice is and what it is. */
export type Sort = { sido: string | null; sigungu: string | null; kind: Kind };

const everywhere: FeedScope = { path: 'all', words: '전국', list: '/notices/' };

/** The feeds that a notice belongs to, the widest first. */
export function scopesOf({ sido, sigungu, kind }: Sort): FeedScope[] {
  return [
    everywhere,
    { path: `kind/${kind}`, words: `전국 ${kindNames[kind]}`, list: `/notices/kind/${kind}/` },
    ...regionScopes(sido, sigungu).flatMap((scope) => [
      scope,
      { ...scope, path: `${scope.path}/${kind}`, words: `${scope.words} ${kindNames[kind]}` },
    ]),
  ];
}

/** Every feed that some sorts of notices make, each once: the one for all is always there. */
export function allScopes(sorts: Sort[]): FeedScope[] {
  const inOrder = sorts.toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
  const scopes = [everywhere, ...inOrder.flatMap(scopesOf)];
  return [...new Map(scopes.map((scope) => [scope.path, scope])).values()];
}

function regionScopes(sidoCode: string | null, sigunguCode: string | null): FeedScope[] {
  const sido = sidoCode === null ? undefined : sidoByCode(sidoCode);
  if (!sido) return [];
  const sigungu = sigunguCode === null ? undefined : sigunguByCode(sigunguCode);
  const region = (slugs: string, words: string) => ({
    path: `region/${slugs}`,
    words,
    list: `/notices/region/${slugs}/`,
  });
  return [
    region(sido.slug, sido.name),
    ...(sigungu
      ? [
          region(
            `${sido.slug}/${sigungu.slug}`,
            sido.sigungu.length > 1 ? placeWords({ sido: sido.code, sigungu: sigungu.code }) : sigungu.name,
          ),
        ]
      : []),
  ];
}

import { regions, type Sido } from '../../content/regions.ts';
import { kindNames, kinds } from '../../db/kinds.ts';
import { allScopes, type FeedScope, type Sort } from './scopes.ts';

/** A line of a list of feeds: what it is about, and its addresses. */
export type FeedRow = { words: string; href?: string; links: { href: string; words: string }[] };

/** The feeds of the whole country: all, and each kind of which there are notices. */
export function nationRows(sorts: Sort[], host: string): FeedRow[] {
  const there = new Set(sorts.map(({ kind }) => kind));
  return [
    row('모든 유형', 'all', host),
    ...kinds.filter((kind) => there.has(kind)).map((kind) => row(kindNames[kind], `kind/${kind}`, host)),
  ];
}

/** The feeds of each 시도 that has notices, each leading to what is narrower. */
export function sidoRows(sorts: Sort[], host: string): FeedRow[] {
  return sidoWithFeeds(sorts).map(({ slug, name }) => ({
    ...row(name, `region/${slug}`, host),
    href: `/feeds/${slug}/`,
  }));
}

/** The 시도 that have notices, in the official order. */
export function sidoWithFeeds(sorts: Sort[]): Sido[] {
  const there = new Set(sorts.map(({ sido }) => sido));
  return regions.filter(({ code }) => there.has(code));
}

/** The feeds of a place below `/feeds/`: all kinds, then each that it has. */
export function placeRows(sorts: Sort[], path: string, host: string): FeedRow[] {
  const paths = new Set(allScopes(sorts).map((scope: FeedScope) => scope.path));
  return [
    row('모든 유형', path, host),
    ...kinds
      .filter((kind) => paths.has(`${path}/${kind}`))
      .map((kind) => row(kindNames[kind], `${path}/${kind}`, host)),
  ];
}

/** The 시군구 of a 시도 that have notices, each with its feeds. */
export function sigunguFeeds(sorts: Sort[], sido: Sido, host: string) {
  const here = sorts.filter((sort) => sort.sido === sido.code);
  return sido.sigungu
    .map(({ code, name, slug }) => ({ name, slug, sorts: here.filter(({ sigungu }) => sigungu === code) }))
    .filter((each) => each.sorts.length > 0)
    .map(({ name, slug, sorts: its }) => ({ name, rows: placeRows(its, `region/${sido.slug}/${slug}`, host) }));
}

function row(words: string, path: string, host: string): FeedRow {
  return {
    words,
    links: [
      { href: `webcal://${host}/feeds/${path}.ics`, words: '구독' },
      { href: `/feeds/${path}.ics`, words: 'ICS' },
      { href: `/feeds/${path}.atom`, words: 'Atom' },
      { href: `/feeds/${path}.json`, words: 'JSON' },
    ],
  };
}

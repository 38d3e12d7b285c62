import { kinds } from '../../../db/kinds.ts';
import { find } from '../search/haystack.ts';
import { areaBands, housings, specials, tenures, zones, type FacetsFile } from '../search/index-file.ts';
import { readQuery } from '../search/needles.ts';
import type { Found } from '../search/notices.ts';
import type { Prepared } from '../search/prepare.ts';
import { dayNumberAt, dayOf, stateOf } from '../search/state.ts';

/** What the conditions are held against. */
export type Facts = { index: Prepared; facets: FacetsFile; now: Date };
type Test = (notice: Found) => boolean;

/** The day of the winners of a notice, or null. */
export function winnersOf({ winners }: FacetsFile, { at, closes, announced }: Found) {
  const after = winners[at]!;
  return after === null ? null : (closes ?? announced) + after;
}

/**
 * The conditions of a query string, one test each value. Names and values that are none of ours are no condition, so that an
 * address that others have added to still works.
 */
export function conditionsOf(params: URLSearchParams, facts: Facts) {
  return [...params].flatMap(([name, value]) => {
    const test = value === '' ? undefined : tests[name]?.(value, facts);
    return test ? [{ name, value, test }] : [];
  });
}

const tests: Record<string, ((value: string, facts: Facts) => Test | undefined) | undefined> = {
  place: (value) => (/^\d{2}(\d{3})?$/.test(value) ? ({ place }) => place?.startsWith(value) ?? false : undefined),
  kind: (value) => (kinds.some((kind) => kind === value) ? ({ kind }) => kind === value : undefined),
  year: (value) => (/^\d{4}$/.test(value) ? ({ announced }) => dayOf(announced).startsWith(value) : undefined),
  state: (value, { index, facets, now }) => {
    const wanted = states[value];
    return wanted && ((notice) => wanted.includes(stateOf(index.file, notice, winnersOf(facets, notice), now)));
  },
  housing: (value, { facets }) => digit(facets.housings, housings, value),
  tenure: (value, { facets }) => digit(facets.tenures, tenures, value),
  from: (value, { facets: { priceFrom, priceSpan } }) =>
    amount(
      value,
      (least) =>
        ({ at }) =>
          priceFrom[at] !== null && priceFrom[at]! + priceSpan[at]! >= least,
    ),
  to: (value, { facets: { priceFrom } }) =>
    amount(
      value,
      (most) =>
        ({ at }) =>
          priceFrom[at] !== null && priceFrom[at]! <= most,
    ),
  area: (value, { facets }) => bit(facets.areas, areaBands.map(String), value),
  special: (value, { facets }) => bit(facets.specials, specials, value),
  zone: (value, { facets }) => bit(facets.zones, zones, value),
  by: (value, { index }) => {
    const of = builtBy(index, value);
    return ({ at }) => of.has(at);
  },
};

const states: Record<string, string[] | undefined> = {
  open: ['open', 'paused'],
  upcoming: ['upcoming'],
  closed: ['closed', 'announced'],
};

function digit(column: string, names: readonly string[], value: string): Test | undefined {
  const wanted = String(names.indexOf(value) + 1);
  return wanted === '0' ? undefined : ({ at }) => column[at] === wanted;
}

function bit(column: number[], names: readonly string[], value: string): Test | undefined {
  const place = names.indexOf(value);
  return place < 0 ? undefined : ({ at }) => ((column[at]! >> place) & 1) === 1;
}

/** Amounts of the address are in 만원, those of the index in 100만원. */
function amount(value: string, test: (million: number) => Test) {
  return /^\d{1,9}$/.test(value) ? test(Number(value) / 100) : undefined;
}

/** Notices of a builder or developer whose name begins so. */
function builtBy({ companies }: Prepared, typed: string) {
  const found = new Set<number>();
  if (companies)
    for (const needle of readQuery(typed).needles)
      find(companies.haystack, needle, (company) => companies.members[company]!.forEach((at) => found.add(at)));
  return found;
}

/** How the notices are put in order: a number each, the least first. */
export const orders: Record<string, (facts: Facts) => (a: Found, b: Found) => number> = {
  closing: ({ now }) => {
    const today = dayNumberAt(now);
    const ends = ({ closes, opens, announced }: Found) => closes ?? opens ?? announced;
    const part = (notice: Found) => (ends(notice) < today ? 2 : (notice.opens ?? 0) > today ? 1 : 0);
    return (a, b) => part(a) - part(b) || (part(a) === 2 ? newest(a, b) : ends(a) - ends(b) || a.at - b.at);
  },
  newest: () => newest,
  price: ({ facets: { priceFrom } }) => byColumn(priceFrom, 1),
  size: ({ facets: { households } }) => byColumn(households, -1),
};

function newest(a: Found, b: Found) {
  return b.announced - a.announced || b.at - a.at;
}

/** By a column, those for which it is not known last. */
function byColumn(column: (number | null)[], sign: 1 | -1) {
  const key = ({ at }: Found) => (column[at] === null ? Infinity : column[at]! * sign);
  return (a: Found, b: Found) => (key(a) === key(b) ? newest(a, b) : key(a) - key(b));
}

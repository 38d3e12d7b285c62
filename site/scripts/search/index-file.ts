/*
 * What the release writes for the browser to search and filter in: columns, an entry a notice, by number. The three files are in
 * the same order. Days are counted from 1970-01-01, so that a difference is a small number.
 */

/** `/search/notices.json`: what a list of notices needs to be searched and printed. */
export type NoticesFile = {
  format: 1;
  /** Korean hours in which applications are taken. */
  hours: { opens: string; closes: string };
  /** 시도: code, name, full name. */
  provinces: [string, string, string][];
  /** 시군구 that have a notice: code, name. Those that have most lead. */
  units: [string, string][];
  /** Numbers of the notices, each as its distance from the one before. */
  ids: number[];
  names: string[];
  /** 0 for no place, from 1 on a unit, from -1 down a province of which no more is known. */
  places: number[];
  /** A digit a notice: its place in `kinds`. */
  kinds: string;
  /** Day of the announcement, as its distance from that of the notice before. */
  announced: number[];
  /** First receipt day, counted from the announcement. */
  opens: (number | null)[];
  /** Last receipt day, counted from the first one. */
  closes: (number | null)[];
  /** Where the receipt was extended: until when. */
  extended: Record<number, string>;
  /** Where not every weekday between first and last takes applications, or not only those: `1` for a day that does. */
  taking: Record<number, string>;
  /** Where the printed number of the notice is another. */
  printed: Record<number, string>;
};

/** `/search/words.json`: what else a notice is found by. */
export type WordsFile = {
  format: 1;
  /** 일반구, 동, 읍, 면 and 구역 of addresses. */
  wards: string[];
  /** Builders and developers, by the name that remains without the form of the company. */
  companies: string[];
  /** A notice's entries of the two, `3.17`; empty for none. */
  wardsOf: string[];
  buildersOf: string[];
  developersOf: string[];
};

/** `/search/facets.json`: what the lists can be narrowed by. A `null` column value is not known. */
export type FacetsFile = {
  format: 1;
  /** 당첨자발표일, counted from the last receipt day, or from the announcement where that is not known. */
  winners: (number | null)[];
  /** A digit a notice: `housings` from 1 on, `tenures` from 1 on; 0 where the notice does not say. */
  housings: string;
  tenures: string;
  households: (number | null)[];
  /** Prices in million won: the lowest, and how much higher the highest is. */
  priceFrom: (number | null)[];
  priceSpan: (number | null)[];
  /** Exclusive areas in ㎡, whole ones: the smallest, and how much larger the largest is. */
  areaFrom: (number | null)[];
  areaSpan: (number | null)[];
  /** Bits of `areaBands`, `specials` and `zones`. */
  areas: number[];
  specials: number[];
  zones: number[];
};

/** Supply by 주택 종류: DETAIL 01 and 03. */
export const housings = ['private', 'national'] as const;
/** For sale, to let with a later sale, to let. RENT_SECD 0, 1, 2. */
export const tenures = ['sale', 'rent-to-buy', 'rent'] as const;
/** Upper ends of the bands of exclusive area, ㎡, the end included; the last band has none. */
export const areaBands = [60, 85, 102, 135, Infinity] as const;
export const specials = [
  'multi-child',
  'newlywed',
  'first-time',
  'elderly-parents',
  'newborn',
  'youth',
  'agency',
  'relocated-agency',
] as const;
export const zones = [
  'speculation',
  'adjustment',
  'price-cap',
  'redevelopment',
  'public-housing',
  'large-site',
] as const;

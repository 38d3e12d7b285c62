import type { Kind } from '../kinds.ts';

/** What an alert can be about, as people choose it. `cancelled` goes to whoever wants corrections. */
export const moments = [
  'notice',
  'correction',
  'opens-tomorrow',
  'opens-today',
  'closes-today',
  'winners-today',
  'results',
] as const;
export type Moment = (typeof moments)[number];

/** What a channel asked to be told of. */
export type Wishes = {
  /** `all`, a 시도 (행정안전부 code, two digits) or a 시군구 (five); one of them is enough. None: single notices only. */
  places: string[];
  /** Of which kinds in these places. Single notices are followed whatever their kind. */
  kinds: Kind[];
  /** HOUSE_MANAGE_NO of single notices. */
  notices: string[];
  moments: Moment[];
  /** Korean hour (0–23) at which everything of a day comes as one; null: each at once. */
  digestAt: number | null;
  /** Korean hours in which nothing comes, `to` not included, over midnight where `from` is larger; null: none. */
  quiet: { from: number; to: number } | null;
};

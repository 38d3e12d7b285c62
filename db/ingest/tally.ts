import type { Operation } from './operations.ts';

export type Outcome = 'new' | 'changed' | 'same' | 'quarantined';
export type Holds = Operation['holds'];

/** What a run did. Rows that have to stay closed are in no figure of it. */
export type Tally = {
  rows: Record<Holds, Record<Outcome, number>>;
  /** Notices of the run that no 시군구 was found for. */
  unplaced: { id: string; address: string | null }[];
  /** The first refusals, for the terminal; all of them are in the quarantine. */
  refusals: { place: string; reason: string }[];
};

const shown = 10;

export function emptyTally(): Tally {
  const none = () => ({ new: 0, changed: 0, same: 0, quarantined: 0 });
  return {
    rows: { notice: none(), 'house-type': none(), competition: none(), 'special-supply': none(), score: none() },
    unplaced: [],
    refusals: [],
  };
}

export function countRefusal(tally: Tally, holds: Holds, place: string, reason: string) {
  tally.rows[holds].quarantined += 1;
  if (tally.refusals.length < shown) tally.refusals.push({ place, reason });
}

import { publication, receiptTracks, type ResultKind } from '../../db/catalog/publication.ts';
import type { HouseType, Notice } from '../../db/catalog/schema.ts';
import { atInstant, type When } from '../words/days.ts';

/** Whether results of a kind may be known: not before `at`, now, or not for as long as a day is missing. */
export type Standing = { state: 'due'; at: When } | { state: 'held' } | { state: 'public' };

/** Follows from public days alone; whether there are rows is asked by nobody before this says `public`. */
export function standingOf(notice: Notice, kind: ResultKind, asOf: Date): Standing {
  const at = publication(notice, kind);
  if (!at) return { state: 'held' };
  return at <= asOf ? { state: 'public' } : { state: 'due', at: atInstant(at, notice.announcedOn.slice(0, 4)) };
}

/** True when a notice gives some of its flats by special supply. */
export function hasSpecialSupply(notice: Notice, types: HouseType[]) {
  return (
    receiptTracks(notice).some(({ track }) => track === 'special') ||
    types.some((type) => (type.specialSupply ?? 0) > 0)
  );
}

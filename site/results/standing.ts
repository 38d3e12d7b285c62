import { isLate } from '../../db/catalog/late.ts';
import type { Facts } from '../../db/catalog/open.ts';
import { publication, receiptTracks, type PublicationHours, type ResultKind } from '../../db/catalog/publication.ts';
import type { HouseType, Notice } from '../../db/catalog/schema.ts';
import { atInstant, type When } from '../words/days.ts';

/**
 * Whether results of a kind may be known: not before `at`; not for as long as the operator holds them or a day is missing;
 * since an instant; or since one, but a check still holds them back.
 */
export type Standing =
  | { state: 'due'; at: When }
  | { state: 'held'; by: 'order' | 'missing-day' }
  | { state: 'public'; since: Date }
  | { state: 'late' };

/** Follows from public days and orders alone; whether there are rows is asked by nobody before this says `public`. */
export function standingOf(notice: Notice, kind: ResultKind, hours: PublicationHours, asOf: Date): Standing {
  const at = publication(notice, kind, hours);
  if (!at) return { state: 'held', by: notice.held ? 'order' : 'missing-day' };
  return at <= asOf
    ? { state: 'public', since: at }
    : { state: 'due', at: atInstant(at, notice.announcedOn.slice(0, 4)) };
}

/** How results stand that may be known and of which there are none: late, where a check holds their publication back. */
export function withoutRows(db: Facts, standing: Standing, asOf: Date): Standing {
  return standing.state === 'public' && isLate(db, standing.since, asOf) ? { state: 'late' } : standing;
}

/** True when a notice gives some of its flats by special supply. */
export function hasSpecialSupply(notice: Notice, types: HouseType[]) {
  return (
    receiptTracks(notice).some(({ track }) => track === 'special') ||
    types.some((type) => (type.specialSupply ?? 0) > 0)
  );
}

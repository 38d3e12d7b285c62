import { koreanInstant } from '../clock.ts';
import type { Notice } from './schema.ts';

export type ResultKind = 'competition' | 'special-supply' | 'score';

/** Korean hours at which results become public. The official pages state none: these are ours (DOMAIN §3). */
export type PublicationHours = { competition: string; score: string };
export const usualHours: PublicationHours = { competition: '19:30', score: '09:00' };

export type ReceiptDays = Pick<
  Notice,
  | 'receiptBeginsOn'
  | 'receiptEndsOn'
  | 'specialBeginsOn'
  | 'specialEndsOn'
  | 'rank1LocalBeginsOn'
  | 'rank1LocalEndsOn'
  | 'rank1GyeonggiBeginsOn'
  | 'rank1GyeonggiEndsOn'
  | 'rank1OtherBeginsOn'
  | 'rank1OtherEndsOn'
  | 'rank2LocalBeginsOn'
  | 'rank2LocalEndsOn'
  | 'rank2GyeonggiBeginsOn'
  | 'rank2GyeonggiEndsOn'
  | 'rank2OtherBeginsOn'
  | 'rank2OtherEndsOn'
  | 'generalBeginsOn'
  | 'generalEndsOn'
>;

/**
 * The instant from which results of a notice may be known. It follows from public dates and a setting alone, never from
 * whether results exist. Competition and special supply: the last receipt day over all ranks. Score: the winners' day, and
 * never before the competition.
 * @returns null for *held*: a date that it needs is missing.
 */
export function publication(
  notice: ReceiptDays & Pick<Notice, 'winnersOn'>,
  kind: ResultKind,
  hours = usualHours,
): Date | null {
  const lastDay = lastReceiptDay(notice);
  if (!lastDay) return null;
  const competition = koreanInstant(lastDay, hours.competition);
  if (kind !== 'score') return competition;
  if (!notice.winnersOn) return null;
  const score = koreanInstant(notice.winnersOn, hours.score);
  return score > competition ? score : competition;
}

/** The last day on which anybody can apply; null when a track that begins has no end, or no track is known. */
export function lastReceiptDay(notice: ReceiptDays) {
  const tracks = receiptTracks(notice);
  if (tracks.some(({ endsOn }) => endsOn === null)) return null;
  return tracks.map(({ endsOn }) => endsOn as string).reduce<string | null>((a, b) => (a && a > b ? a : b), null);
}

export type ReceiptTrack = {
  track: 'all' | 'special' | 'rank1' | 'rank2' | 'general';
  reside: 'local' | 'gyeonggi' | 'other' | null;
  beginsOn: string | null;
  endsOn: string | null;
};

/** The receipts of a notice of which at least one day is known, in the order in which they are taken. */
export function receiptTracks(notice: ReceiptDays): ReceiptTrack[] {
  const track = (
    name: ReceiptTrack['track'],
    reside: ReceiptTrack['reside'],
    beginsOn: string | null,
    endsOn: string | null,
  ) => ({ track: name, reside, beginsOn, endsOn });
  return [
    track('all', null, notice.receiptBeginsOn, notice.receiptEndsOn),
    track('special', null, notice.specialBeginsOn, notice.specialEndsOn),
    track('rank1', 'local', notice.rank1LocalBeginsOn, notice.rank1LocalEndsOn),
    track('rank1', 'gyeonggi', notice.rank1GyeonggiBeginsOn, notice.rank1GyeonggiEndsOn),
    track('rank1', 'other', notice.rank1OtherBeginsOn, notice.rank1OtherEndsOn),
    track('rank2', 'local', notice.rank2LocalBeginsOn, notice.rank2LocalEndsOn),
    track('rank2', 'gyeonggi', notice.rank2GyeonggiBeginsOn, notice.rank2GyeonggiEndsOn),
    track('rank2', 'other', notice.rank2OtherBeginsOn, notice.rank2OtherEndsOn),
    track('general', null, notice.generalBeginsOn, notice.generalEndsOn),
  ].filter(({ beginsOn, endsOn }) => beginsOn !== null || endsOn !== null);
}

import { koreanDay, koreanInstant } from '../clock.ts';
import { receiptHours } from './receipt-hours.ts';
import type { Notice } from './schema.ts';

export type ResultKind = 'competition' | 'special-supply' | 'score';

/** Korean hours at which results become public. The official pages state none: these are ours (DOMAIN §3). */
export type PublicationHours = { competition: string; score: string };
export const usualHours: PublicationHours = { competition: '19:30', score: '09:00' };

/** What the operator's orders say of a notice. */
export type Ordered = Pick<Notice, 'held' | 'competitionMovedTo' | 'scoreMovedTo' | 'extendedTo'>;
export const noOrders: Ordered = { held: false, competitionMovedTo: null, scoreMovedTo: null, extendedTo: null };

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
  | 'extendedTo'
>;

export type PublicationDays = ReceiptDays & Ordered & Pick<Notice, 'winnersOn'>;

/**
 * The instant from which results of a notice may be known. It follows from public dates, a setting and the operator's orders
 * alone, never from whether results exist. Competition and special supply: the last receipt day over all ranks, and as long
 * after the close as usual where that was extended. Score: the winners' day, and never before the competition. A move takes
 * it later, never earlier, and stands in for a date that is missing.
 * @returns null for *held*: by order, or because a date that it needs is missing and nothing stands in for it.
 */
export function publication(notice: PublicationDays, kind: ResultKind, hours: PublicationHours): Date | null {
  if (notice.held) return null;
  const competition = competitionInstant(notice, hours);
  if (kind !== 'score' || !competition) return competition;
  const usual = notice.winnersOn ? koreanInstant(notice.winnersOn, hours.score) : null;
  const score = latest(usual, asInstant(notice.scoreMovedTo));
  return score && latest(score, competition);
}

function competitionInstant(notice: PublicationDays, hours: PublicationHours) {
  const moved = asInstant(notice.competitionMovedTo);
  if (!moved && !lastReceiptDay(notice)) return null;
  const lastKnown = latestDay(receiptTracks(notice).flatMap(({ beginsOn, endsOn }) => [beginsOn, endsOn]));
  const usual = lastKnown ? koreanInstant(lastKnown, hours.competition) : null;
  const extended = asInstant(notice.extendedTo);
  return latest(usual, moved, extended && new Date(extended.getTime() + afterTheClose(hours)));
}

/** How long after the usual close competition becomes public, in milliseconds. */
function afterTheClose({ competition }: PublicationHours) {
  const day = '2026-01-01';
  return koreanInstant(day, competition).getTime() - koreanInstant(day, receiptHours.closes).getTime();
}

/** When the receipt of a notice ends for good; null when its last day is not known. */
export function closesAt(notice: ReceiptDays) {
  const last = lastOfficialDay(notice);
  return last === null ? null : latest(koreanInstant(last, receiptHours.closes), asInstant(notice.extendedTo));
}

/** Until when the receipt is extended; null when it ends as the official days say, or they do not say when. */
export function extensionOf(notice: ReceiptDays) {
  const last = lastOfficialDay(notice);
  const extended = asInstant(notice.extendedTo);
  return last !== null && extended && extended > koreanInstant(last, receiptHours.closes) ? extended : null;
}

/** The last day on which anybody can apply; null when a track that begins has no end, or no track is known. */
export function lastReceiptDay(notice: ReceiptDays) {
  return lastDayOf(receiptTracks(notice));
}

/** The same by the official days alone. */
export function lastOfficialDay(notice: ReceiptDays) {
  return lastDayOf(officialTracks(notice));
}

export type ReceiptTrack = {
  track: 'all' | 'special' | 'rank1' | 'rank2' | 'general';
  reside: 'local' | 'gyeonggi' | 'other' | null;
  beginsOn: string | null;
  endsOn: string | null;
};

/**
 * The receipts of a notice of which at least one day is known, in the order in which they are taken. Those that end last end
 * later where the receipt was extended.
 */
export function receiptTracks(notice: ReceiptDays): ReceiptTrack[] {
  const tracks = officialTracks(notice);
  const last = lastDayOf(tracks);
  const extended = extensionOf(notice);
  if (!last || !extended) return tracks;
  // What is taken until midnight is taken on the day that ends.
  const day = koreanDay(new Date(extended.getTime() - 1));
  if (day === last) return tracks;
  return tracks.map((track) =>
    track.endsOn === last ? { ...track, beginsOn: track.beginsOn ?? last, endsOn: day } : track,
  );
}

function officialTracks(notice: ReceiptDays): ReceiptTrack[] {
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

function lastDayOf(tracks: ReceiptTrack[]) {
  return tracks.every(({ endsOn }) => endsOn !== null) ? latestDay(tracks.map(({ endsOn }) => endsOn)) : null;
}

function latestDay(days: (string | null)[]) {
  return days.reduce((a, b) => (a && (!b || a > b) ? a : b), null);
}

function latest(...instants: (Date | null)[]) {
  return instants.reduce((a, b) => (a && (!b || a > b) ? a : b), null);
}

function asInstant(text: string | null) {
  return text === null ? null : new Date(text);
}

import { koreanDay, koreanInstant, koreanTime, weekday } from '../clock.ts';
import { lastReceiptDay, receiptTracks, type ReceiptDays } from './publication.ts';
import type { Notice } from './schema.ts';

/** Korean hours in which 청약홈 takes applications, as a rule Monday to Friday (DOMAIN §3). */
export const receiptHours = { opens: '09:00', closes: '17:30' };

export type ReceiptState = 'upcoming' | 'open' | 'paused' | 'closed' | 'announced' | 'unknown';

/**
 * How a notice stands at an instant: before its first receipt day's opening hour; taking applications now; between two
 * receipt hours (a night, a weekend, a day without a track); past its last day's closing hour; from its winners' day on. Not
 * known where a day that it needs is missing.
 */
export function receiptState(notice: ReceiptDays & Pick<Notice, 'winnersOn'>, at: Date): ReceiptState {
  const tracks = receiptTracks(notice);
  const last = lastReceiptDay(notice);
  const today = koreanDay(at);
  const announced = notice.winnersOn !== null && notice.winnersOn <= today;

  const first = firstReceiptDay(notice);
  if (first && at < koreanInstant(first, receiptHours.opens)) return 'upcoming';
  if (!last) return announced ? 'announced' : 'unknown';
  if (at >= koreanInstant(last, receiptHours.closes)) return announced ? 'announced' : 'closed';
  return isReceiptHour(at) && tracks.some((track) => takesOn(track, today)) ? 'open' : 'paused';
}

type Days = { beginsOn: string | null; endsOn: string | null };

/** True when a receipt takes applications on that day: not on a weekend in its middle, but on one that it names itself. */
export function takesOn({ beginsOn, endsOn }: Days, day: string) {
  const from = (beginsOn ?? endsOn)!;
  const to = (endsOn ?? beginsOn)!;
  const weekend = weekday(day) === 0 || weekday(day) === 6;
  return from <= day && day <= to && (!weekend || day === from || day === to);
}

/** True on the last receipt day until its closing hour. */
export function isClosing(notice: ReceiptDays, at: Date) {
  return lastReceiptDay(notice) === koreanDay(at) && koreanTime(at) < receiptHours.closes;
}

/** The first day on which anybody can apply; null when no track is known. */
export function firstReceiptDay(notice: ReceiptDays) {
  const days = receiptTracks(notice).map(({ beginsOn, endsOn }) => (beginsOn ?? endsOn)!);
  return days.reduce<string | null>((a, b) => (a && a < b ? a : b), null);
}

/** True within the hours of a receipt day. */
function isReceiptHour(at: Date) {
  const time = koreanTime(at);
  return receiptHours.opens <= time && time < receiptHours.closes;
}

import { koreanDay, koreanInstant, koreanTime, weekday } from '../clock.ts';
import { lastReceiptDay, receiptTracks, type ReceiptDays } from './publication.ts';
import type { Notice } from './schema.ts';

/** Korean hours in which 청약홈 takes applications, Monday to Friday (DOMAIN §3). */
export const receiptHours = { opens: '09:00', closes: '17:30' };

export const receiptStates = ['upcoming', 'open', 'paused', 'closed', 'announced', 'unknown'] as const;
export type ReceiptState = (typeof receiptStates)[number];

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

  if (tracks.length > 0 && at < koreanInstant(firstDay(tracks), receiptHours.opens)) return 'upcoming';
  if (!last) return announced ? 'announced' : 'unknown';
  if (at >= koreanInstant(last, receiptHours.closes)) return announced ? 'announced' : 'closed';
  return isReceiptHour(at) && tracks.some((track) => covers(track, today)) ? 'open' : 'paused';
}

type Days = { beginsOn: string | null; endsOn: string | null };

/** True when a receipt takes applications on that day. */
export function covers({ beginsOn, endsOn }: Days, day: string) {
  return (beginsOn ?? endsOn)! <= day && day <= (endsOn ?? beginsOn)!;
}

function firstDay(tracks: Days[]) {
  return tracks.map(({ beginsOn, endsOn }) => (beginsOn ?? endsOn)!).reduce((a, b) => (a < b ? a : b));
}

function isReceiptHour(at: Date) {
  const time = koreanTime(at);
  const on = weekday(koreanDay(at));
  return on >= 1 && on <= 5 && receiptHours.opens <= time && time < receiptHours.closes;
}

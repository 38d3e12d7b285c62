import { dayAfter, koreanDay, koreanInstant, koreanTime, weekday } from '../clock.ts';
import { holidaysOn } from '../holidays.ts';
import { closesAt, extensionOf, lastReceiptDay, receiptTracks, type ReceiptDays } from './publication.ts';
import { receiptHours } from './receipt-hours.ts';
import type { Notice } from './schema.ts';

export type ReceiptState = 'upcoming' | 'open' | 'paused' | 'closed' | 'announced' | 'unknown';

/**
 * How a notice stands at an instant: before its first receipt day's opening hour; taking applications now; between two
 * receipt hours (a night, a weekend, a public holiday, a day without a track); past its close; from its winners' day on. Not
 * known where a day that it needs is missing.
 */
export function receiptState(notice: ReceiptDays & Pick<Notice, 'winnersOn'>, at: Date): ReceiptState {
  const tracks = receiptTracks(notice);
  const close = closesAt(notice);
  const today = koreanDay(at);
  const announced = notice.winnersOn !== null && notice.winnersOn <= today;

  const first = firstReceiptDay(notice);
  if (first && at < koreanInstant(first, receiptHours.opens)) return 'upcoming';
  if (!close) return announced ? 'announced' : 'unknown';
  if (at >= close) return announced ? 'announced' : 'closed';
  return (isReceiptHour(at) || isExtendedHour(notice, at)) && tracks.some((track) => takesOn(track, today))
    ? 'open'
    : 'paused';
}

type Days = { beginsOn: string | null; endsOn: string | null };

/**
 * True when a receipt takes applications on that day: on the days that it names itself, and between them on all but weekends
 * and public holidays. In a year whose holidays are not known every weekday counts: who is told of an open receipt on a holiday
 * comes again, who is told of a closed one on a working day may miss it.
 */
export function takesOn({ beginsOn, endsOn }: Days, day: string) {
  const from = (beginsOn ?? endsOn)!;
  const to = (endsOn ?? beginsOn)!;
  return day === from || day === to || (from < day && day < to && !isDayOff(day));
}

/** True on a weekend, and on a day that is known to be a public holiday. */
export function isDayOff(day: string) {
  return isWeekend(day) || (holidaysOn(day) ?? []).length > 0;
}

export function isWeekend(day: string) {
  return weekday(day) === 0 || weekday(day) === 6;
}

/** True on the last receipt day until it closes. */
export function isClosing(notice: ReceiptDays, at: Date) {
  return lastReceiptDay(notice) === koreanDay(at) && at < closesAt(notice)!;
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

/** True from the last opening before an extension's end until that end, through the night where it ends before an opening. */
function isExtendedHour(notice: ReceiptDays, at: Date) {
  const end = extensionOf(notice);
  if (!end || at >= end) return false;
  const opening = koreanInstant(koreanDay(end), receiptHours.opens);
  return at >= (opening < end ? opening : koreanInstant(dayAfter(koreanDay(end), -1), receiptHours.opens));
}

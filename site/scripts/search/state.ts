import { dayAfter, koreanDay, koreanInstant, koreanTime, weekday } from '../../../db/clock.ts';
import type { NoticesFile } from './index-file.ts';
import type { Found } from './notices.ts';

export type ReceiptState = 'upcoming' | 'open' | 'paused' | 'closed' | 'announced' | 'unknown';

/** A day of the index as `YYYY-MM-DD`. */
export function dayOf(number: number) {
  return dayAfter('1970-01-01', number);
}

/** The Korean day of an instant as the index counts days. */
export function dayNumberAt(instant: Date) {
  return Date.parse(`${koreanDay(instant)}T00:00:00Z`) / 86_400_000;
}

/** True until the last receipt day is over, or the best day that is known. What a list calls current. */
export function isCurrent({ announced, opens, closes }: Found, today: number) {
  return (closes ?? opens ?? announced) >= today;
}

/** How a notice stands at an instant: the same that the pages say (db/catalog/receipt-state.ts). `winners` is their day. */
export function stateOf(file: NoticesFile, notice: Found, winners: number | null, at: Date): ReceiptState {
  const today = dayNumberAt(at);
  const close = closesAt(file, notice);
  const announced = winners !== null && winners <= today;
  if (notice.opens !== null && at < hour(notice.opens, file.hours.opens)) return 'upcoming';
  if (!close) return announced ? 'announced' : 'unknown';
  if (at >= close) return announced ? 'announced' : 'closed';
  return (isReceiptHour(file, at) || isExtendedHour(file, notice, at)) && takesOn(file, notice, today)
    ? 'open'
    : 'paused';
}

/** True on the last receipt day until it closes. */
export function isClosing(file: NoticesFile, notice: Found, at: Date) {
  return notice.closes === dayNumberAt(at) && at < closesAt(file, notice)!;
}

function closesAt({ hours, extended }: NoticesFile, { at, closes }: Found) {
  const end = extended[at];
  return end ? new Date(end) : closes === null ? null : hour(closes, hours.closes);
}

function takesOn({ taking }: NoticesFile, { at, opens, closes }: Found, day: number) {
  const exception = taking[at]?.[day - opens!];
  if (exception) return exception === '1';
  const weekend = [0, 6].includes(weekday(dayOf(day)));
  return opens! <= day && day <= closes! && (!weekend || day === opens || day === closes);
}

function isReceiptHour({ hours }: NoticesFile, at: Date) {
  const time = koreanTime(at);
  return hours.opens <= time && time < hours.closes;
}

function isExtendedHour({ hours, extended }: NoticesFile, notice: Found, at: Date) {
  const end = extended[notice.at];
  if (!end || at >= new Date(end)) return false;
  const day = koreanDay(new Date(end));
  const opening = koreanInstant(day, hours.opens);
  return at >= (opening < new Date(end) ? opening : koreanInstant(dayAfter(day, -1), hours.opens));
}

function hour(day: number, time: string) {
  return koreanInstant(dayOf(day), time);
}

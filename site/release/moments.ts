import { dayAfter, koreanDay, koreanInstant } from '../../db/clock.ts';

/**
 * When the site is made anew, in Korea: the day turns, receipts open, receipts close; at 02:30 the open API has what it renews
 * over night. The publication instants are beside these.
 */
const hours = ['00:00', '02:30', '09:00', '17:30'];

/** The first such instant after another. @param closings other instants at which receipts close. */
export function nextMoment(after: Date, closings: Date[] = []) {
  const today = koreanDay(after);
  const usual = [today, dayAfter(today)].flatMap((day) => hours.map((hour) => koreanInstant(day, hour)));
  const coming = [...usual, ...closings].filter((instant) => instant > after);
  return coming.reduce((a, b) => (a < b ? a : b));
}

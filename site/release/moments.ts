import { dayAfter, koreanDay, koreanInstant } from '../../db/clock.ts';

/**
 * When the site is made anew, in Korea: the day turns, receipts open, receipts close, competition becomes public. At 02:30 the
 * open API has what it renews over night.
 */
const hours = ['00:00', '02:30', '09:00', '17:30', '19:30'];

/** The first such instant after another. */
export function nextMoment(after: Date) {
  const today = koreanDay(after);
  const coming = [today, dayAfter(today)].flatMap((day) => hours.map((hour) => koreanInstant(day, hour)));
  return coming.find((instant) => instant > after)!;
}

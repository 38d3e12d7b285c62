import type { Facts } from '../../db/catalog/open.ts';
import { noticesClosingOn, noticesOpeningOn } from '../../db/catalog/receipts.ts';
import { noticesWithWinnersFrom } from '../../db/catalog/winners-to-come.ts';
import { dayAfter, koreanDay } from '../../db/clock.ts';
import { dayWords } from '../words/days.ts';

/** A day of the week that begins today. What does not happen on it is left out. */
export type DayAhead = {
  datetime: string;
  /** `수` and `18`, which stand one above the other. */
  weekday: string;
  date: string;
  today: boolean;
  /** The day in the calendar; null where nothing happens. */
  href: string | null;
  counts: { words: string; count: number }[];
};

/** How many receipts begin and end, and how many winners are announced, on each of the next seven days. */
export function daysAhead(db: Facts, asOf: Date): DayAhead[] {
  const today = koreanDay(asOf);
  const winners = noticesWithWinnersFrom(db, today);
  return Array.from({ length: 7 }, (_, i) => {
    const day = dayAfter(today, i);
    const counts = [
      { words: '시작', count: noticesOpeningOn(db, day).length },
      { words: '마감', count: noticesClosingOn(db, day).length },
      { words: '발표', count: winners.filter(({ winnersOn }) => winnersOn === day).length },
    ].filter(({ count }) => count > 0);
    return {
      datetime: day,
      weekday: /\((.)\)/.exec(dayWords(day))![1]!,
      date: String(Number(day.slice(8))),
      today: day === today,
      href: counts.length > 0 ? `/calendar/${day.slice(0, 7)}/#day-${day}` : null,
      counts,
    };
  });
}

import { regions, type Sido } from '../../content/regions.ts';
import type { Facts } from '../../db/catalog/open.ts';
import { koreanDay } from '../../db/clock.ts';
import type { Way } from '../lists/ways.ts';
import { inMonth } from '../words/days.ts';
import { entriesIn } from './month.ts';
import { calendarMonths, hasPlaces, monthHref, monthOf } from './months.ts';

/** A link to another month, or to today. */
type Link = { href: string; words: string };
export type Ways = { before: Link | null; after: Link | null; now: Link };

/** The months before and after one, for the same place where they have a page of it. */
export function waysFrom(db: Facts, month: string, sido: Sido | null, asOf: Date): Ways {
  const months = calendarMonths(db, asOf);
  const at = months.indexOf(month);
  const link = (other: string | undefined) =>
    other === undefined
      ? null
      : { href: monthHref(other, hasPlaces(other, asOf) ? sido : null), words: monthWords(other, month) };
  const today = koreanDay(asOf);
  return {
    before: link(months[at - 1]),
    after: link(months[at + 1]),
    now: month === monthOf(asOf) ? { href: `#day-${today}`, words: '오늘' } : { href: '/calendar/', words: '이번 달' },
  };
}

/** The 시도 of a month with how many lines each has. Empty for months that have no pages of them. */
export function placeWays(db: Facts, month: string, here: Sido | null, asOf: Date): Way[] {
  if (!hasPlaces(month, asOf)) return [];
  const counts = Map.groupBy(entriesIn(db, month), ({ notice }) => notice.sido);
  const all = { href: monthHref(month), words: '전국', count: entriesIn(db, month).length, current: here === null };
  return [
    all,
    ...regions.map((sido) => ({
      href: monthHref(month, sido),
      words: sido.name,
      count: counts.get(sido.code)?.length ?? 0,
      current: sido.code === here?.code,
    })),
  ];
}

/** Every year of the calendar with its months, the newest year first. */
export function yearsOfMonths(db: Facts, asOf: Date) {
  const years = Map.groupBy(calendarMonths(db, asOf), (month) => month.slice(0, 4));
  return [...years].toReversed().map(([year, months]) => ({
    year: `${year}년`,
    months: months.map((month) => ({ href: monthHref(month), words: `${Number(month.slice(5))}월` })),
  }));
}

/** `5월`; with its year where that is another. */
function monthWords(month: string, from: string) {
  return month.slice(0, 4) === from.slice(0, 4) ? `${Number(month.slice(5))}월` : inMonth(month).words;
}

import { regions, type Sido } from '../../content/regions.ts';
import { monthsWithDays } from '../../db/catalog/days-in-month.ts';
import type { Facts } from '../../db/catalog/open.ts';
import { prepared } from '../../db/catalog/prepared.ts';
import { koreanDay } from '../../db/clock.ts';

/** Months ahead that have a page whether anything happens in them or not; pages of the month before are linked to as well. */
const ahead = 3;
/** Months back for which there are pages of a 시도. */
const regional = 12;

/** A page of the calendar; `month` is null for the one that follows today, `sido` for the whole country. */
export type MonthPage = { month: string | null; sido: Sido | null };

/** The months that have a page, in their order: those in which something happens, and those around `asOf`. */
export function calendarMonths(db: Facts, asOf: Date): string[] {
  const now = monthOf(asOf);
  const around = Array.from({ length: ahead + 2 }, (_, i) => monthAfter(now, i - 1));
  return [...new Set([...toldIn(db), ...around])].sort();
}

/** Asked once a build: it reads all days of all notices, and every page of the calendar wants to know its neighbours. */
const toldIn = prepared(monthsWithDays);

/** Every page of the calendar. A month and its places follow one another, so that its days are gathered once. */
export function monthPages(db: Facts, asOf: Date): MonthPage[] {
  const months = calendarMonths(db, asOf).flatMap((month) => [
    { month, sido: null },
    ...(hasPlaces(month, asOf) ? regions.map((sido) => ({ month, sido })) : []),
  ]);
  return [...months, { month: null, sido: null }];
}

/** True for months of which there are pages of each 시도. */
export function hasPlaces(month: string, asOf: Date) {
  const now = monthOf(asOf);
  return monthAfter(now, -regional) <= month && month <= monthAfter(now, ahead);
}

/** `/calendar/2025-06/`, `/calendar/2025-06/seoul/`. */
export function monthHref(month: string, sido: Sido | null = null) {
  return `/calendar/${month}/${sido ? `${sido.slug}/` : ''}`;
}

export function monthOf(instant: Date) {
  return koreanDay(instant).slice(0, 7);
}

/** The month `count` after another, `YYYY-MM`. */
function monthAfter(month: string, count: number) {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year!, number! - 1 + count)).toISOString().slice(0, 7);
}

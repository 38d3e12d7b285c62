import type { Sido } from '../../content/regions.ts';
import { noticesPerhapsIn } from '../../db/catalog/days-in-month.ts';
import { hoursOf } from '../../db/catalog/hours.ts';
import type { Facts } from '../../db/catalog/open.ts';
import { koreanDay } from '../../db/clock.ts';
import { capped } from './cap.ts';
import { entriesOf, type Entry } from './entries.ts';
import { groupsOf } from './groups.ts';
import { weeksOf, type Week } from './weeks.ts';

/** A month as its page tells it. */
export type Month = {
  weeks: Week[];
  /** How many lines it has, and of how many notices. */
  lines: number;
  notices: number;
};

/** What happens in a month, in the whole country or in a 시도. */
export function monthIn(db: Facts, month: string, sido: Sido | null, asOf: Date): Month {
  const entries = entriesIn(db, month).filter(({ notice }) => sido === null || notice.sido === sido.code);
  const byDay = Map.groupBy(entries, ({ day }) => day);
  const groups = capped(new Map([...byDay].map(([day, own]) => [day, groupsOf(own, sido === null)])));
  return {
    weeks: weeksOf(month, koreanDay(asOf), (day) => groups.get(day) ?? []),
    lines: entries.length,
    notices: new Set(entries.map(({ notice }) => notice.id)).size,
  };
}

let last: { db: Facts; month: string; entries: Entry[] } | null = null;

/** The pages of a month and of its places are made one after the other: its entries are kept until the next month. */
export function entriesIn(db: Facts, month: string): Entry[] {
  if (last?.db !== db || last.month !== month) {
    const hours = hoursOf(db);
    const entries = noticesPerhapsIn(db, month)
      .flatMap((notice) => entriesOf(notice, hours))
      .filter(({ day }) => day.startsWith(month));
    last = { db, month, entries };
  }
  return last.entries;
}

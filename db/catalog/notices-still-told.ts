import { asc, gte, or } from '../drizzle.ts';
import type { CalendarLine } from './days-in-month.ts';
import { noticeLine } from './notice-line.ts';
import type { Facts } from './open.ts';
import { lastDay } from './receipt-window.ts';
import { notices } from './schema.ts';

/** Notices of which a day is `day` or after it, and those announced since `announcedFrom`. */
export function noticesStillTold(db: Facts, day: string, announcedFrom: string): CalendarLine[] {
  const { contractBeginsOn, contractEndsOn, winnersOn, announcedOn } = notices;
  return db
    .select({ ...noticeLine, contractBeginsOn, contractEndsOn })
    .from(notices)
    .where(
      or(
        gte(announcedOn, announcedFrom),
        gte(lastDay, day),
        gte(winnersOn, day),
        gte(contractBeginsOn, day),
        gte(contractEndsOn, day),
      ),
    )
    .orderBy(asc(notices.id))
    .all();
}

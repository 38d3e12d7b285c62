import { and, asc, eq, gt, gte, lte, sql } from '../drizzle.ts';
import { noticeLine } from './notice-line.ts';
import type { Facts } from './open.ts';
import { firstDay, lastDay } from './receipt-window.ts';
import { notices } from './schema.ts';

/** Notices whose last receipt day is `day`. */
export function noticesClosingOn(db: Facts, day: string) {
  return db.select(noticeLine).from(notices).where(eq(lastDay, day)).orderBy(asc(notices.id)).all();
}

/** Notices whose first receipt day is `day`. */
export function noticesOpeningOn(db: Facts, day: string) {
  return db.select(noticeLine).from(notices).where(eq(firstDay, day)).orderBy(asc(notices.id)).all();
}

/** Notices that have begun by `day` and go on after it, those that close first leading. */
export function noticesGoingOnAfter(db: Facts, day: string) {
  return db
    .select(noticeLine)
    .from(notices)
    .where(and(lte(firstDay, day), gt(lastDay, day)))
    .orderBy(lastDay, asc(notices.id))
    .all();
}

/** The first day after `day` on which a receipt begins, or null. */
export function nextOpeningDay(db: Facts, day: string) {
  return soonest(db, firstDay, day);
}

/** The first day after `day` that is a notice's last, or null. */
export function nextClosingDay(db: Facts, day: string) {
  return soonest(db, lastDay, day);
}

/** How many notices are open or to come on `day`, by 시도 and kind. */
export function currentCounts(db: Facts, day: string) {
  return db
    .select({ sido: notices.sido, kind: notices.kind, notices: sql<number>`count(*)` })
    .from(notices)
    .where(gte(lastDay, day))
    .groupBy(notices.sido, notices.kind)
    .all();
}

function soonest(db: Facts, of: typeof firstDay, day: string) {
  const row = db
    .select({ day: sql<string | null>`min(${of})` })
    .from(notices)
    .where(gt(of, day))
    .get();
  return row?.day ?? null;
}

import { and, asc, desc, eq, exists, gt, isNotNull, isNull, lte, or, sql } from '../drizzle.ts';
import { noticeLine } from './notice-line.ts';
import type { Facts } from './open.ts';
import { lastDay } from './receipt-window.ts';
import { competition, notices } from './schema.ts';

/*
 * The day of an instant follows from a notice's own days, unless an order of the operator takes it to another. So the first
 * three answer with every notice that may be meant; `publication` has the last word.
 */

/** True where an order may have taken the instant of a notice to another day. */
const shifted = or(
  isNotNull(notices.competitionMovedTo),
  isNotNull(notices.scoreMovedTo),
  isNotNull(notices.extendedTo),
);

/** Apartment notices whose scores may become public on `day`. */
export function scoresPerhapsOn(db: Facts, day: string) {
  return db
    .select(noticeLine)
    .from(notices)
    .where(and(eq(notices.kind, 'apt'), or(eq(notices.winnersOn, day), eq(lastDay, day), shifted)))
    .orderBy(asc(notices.id))
    .all();
}

/** Notices whose competition may become public on `day`. */
export function competitionPerhapsOn(db: Facts, day: string) {
  return db
    .select(noticeLine)
    .from(notices)
    .where(or(eq(lastDay, day), shifted))
    .orderBy(asc(notices.id))
    .all();
}

/** Notices whose competition may become public after `day`. */
export function competitionPerhapsAfter(db: Facts, day: string) {
  return db
    .select(noticeLine)
    .from(notices)
    .where(or(gt(lastDay, day), shifted))
    .orderBy(asc(notices.id))
    .all();
}

/**
 * Notices with competition rows whose receipt had ended by `day`, the newest first. Those are left out whose results an order
 * holds, or takes past `asOf`.
 */
export function noticesWithNewestResults(db: Facts, day: string, asOf: Date, limit: number) {
  const { held, competitionMovedTo, extendedTo } = notices;
  const rows = db
    .select({ one: sql`1` })
    .from(competition)
    .where(eq(competition.noticeId, notices.id));
  const ended = sql<string>`coalesce(${lastDay}, date(${competitionMovedTo}, '+9 hours'))`;
  const now = asOf.toISOString();
  return db
    .select(noticeLine)
    .from(notices)
    .where(
      and(
        lte(ended, day),
        eq(held, false),
        or(isNull(competitionMovedTo), lte(competitionMovedTo, now)),
        or(isNull(extendedTo), lte(extendedTo, now)),
        exists(rows),
      ),
    )
    .orderBy(desc(ended), asc(notices.id))
    .limit(limit)
    .all();
}

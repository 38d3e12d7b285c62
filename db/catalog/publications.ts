import { and, asc, desc, eq, exists, gt, lte, sql } from 'drizzle-orm';
import { noticeLine } from './notice-line.ts';
import type { Facts } from './open.ts';
import { lastDay } from './receipt-window.ts';
import { competition, notices } from './schema.ts';

/** Apartment notices whose winners, and so their scores, are announced on `day`. */
export function noticesWithWinnersOn(db: Facts, day: string) {
  return db
    .select(noticeLine)
    .from(notices)
    .where(and(eq(notices.winnersOn, day), eq(notices.kind, 'apt')))
    .orderBy(asc(notices.id))
    .all();
}

/** Notices whose receipt ends after `day`, and so whose competition is to come, the soonest first. */
export function noticesDueAfter(db: Facts, day: string, limit: number) {
  return db
    .select(noticeLine)
    .from(notices)
    .where(gt(lastDay, day))
    .orderBy(lastDay, asc(notices.id))
    .limit(limit)
    .all();
}

/** Notices with published competition whose receipt had ended by `day`, the newest first. */
export function noticesWithNewestResults(db: Facts, day: string, limit: number) {
  const rows = db
    .select({ one: sql`1` })
    .from(competition)
    .where(eq(competition.noticeId, notices.id));
  return db
    .select(noticeLine)
    .from(notices)
    .where(and(lte(lastDay, day), exists(rows)))
    .orderBy(desc(lastDay), asc(notices.id))
    .limit(limit)
    .all();
}

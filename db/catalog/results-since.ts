import { and, countDistinct, eq, gt, lte } from '../drizzle.ts';
import type { Facts } from './open.ts';
import { events } from './schema.ts';

/** How many notices got results after one instant and until another. */
export function noticesWithResultsSince(db: Facts, after: Date, until: Date) {
  const row = db
    .select({ notices: countDistinct(events.noticeId) })
    .from(events)
    .where(and(eq(events.kind, 'results'), gt(events.at, after.toISOString()), lte(events.at, until.toISOString())))
    .get();
  return row!.notices;
}

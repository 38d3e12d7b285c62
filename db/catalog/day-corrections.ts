import { and, desc, gte, isNull, like, max } from '../drizzle.ts';
import type { Facts } from './open.ts';
import { corrections } from './schema.ts';

/** Corrections of days that were seen since an instant, the newest first: which day of which notice, and what it said before. */
export function dayCorrectionsSince(db: Facts, since: Date) {
  return db
    .select({
      noticeId: corrections.noticeId,
      revision: corrections.revision,
      field: corrections.field,
      before: corrections.before,
    })
    .from(corrections)
    .where(
      and(isNull(corrections.modelNo), like(corrections.field, '%On'), gte(corrections.seenAt, since.toISOString())),
    )
    .orderBy(desc(corrections.id))
    .all();
}

/** When each notice was last found corrected; those that never were are left out. */
export function newestCorrectionOfEach(db: Facts) {
  const rows = db
    .select({ noticeId: corrections.noticeId, seenAt: max(corrections.seenAt) })
    .from(corrections)
    .groupBy(corrections.noticeId)
    .all();
  return new Map(rows.map(({ noticeId, seenAt }) => [noticeId, new Date(seenAt!)]));
}

/** Names of what each correction changed, by `notice-revision`. */
export function correctedLabels(db: Facts) {
  const rows = db
    .selectDistinct({ noticeId: corrections.noticeId, revision: corrections.revision, label: corrections.label })
    .from(corrections)
    .orderBy(corrections.noticeId, corrections.revision, corrections.label)
    .all();
  const labels = Map.groupBy(rows, ({ noticeId, revision }) => `${noticeId}-${revision}`);
  return new Map([...labels].map(([key, its]) => [key, its.map(({ label }) => label)]));
}

import { and, eq, sql } from '../drizzle.ts';
import type { Facts } from './open.ts';
import { prepared } from './prepared.ts';
import { competition } from './schema.ts';

const sums = prepared((db) => {
  const byType = db
    .select({
      supply: sql<number>`max(coalesce(${competition.supply}, 0))`.as('supply'),
      applicants: sql<number>`sum(coalesce(${competition.applicants}, 0))`.as('applicants'),
    })
    .from(competition)
    .where(and(eq(competition.noticeId, sql.placeholder('id')), eq(competition.rank, 1)))
    .groupBy(competition.modelNo, competition.type)
    .as('by_type');
  return db
    .select({
      supply: sql<number | null>`sum(${byType.supply})`,
      applicants: sql<number | null>`sum(${byType.applicants})`,
    })
    .from(byType)
    .prepare();
});

/**
 * All households of an apartment notice's rank 1, and all who applied for them; null where there are no rows. The caller knows
 * that the competition of the notice is public.
 */
export function firstRankSums(db: Facts, noticeId: string) {
  const { supply, applicants } = sums(db).get({ id: noticeId })!;
  return supply === null || applicants === null ? null : { supply, applicants };
}

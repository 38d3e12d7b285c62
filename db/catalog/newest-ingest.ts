import { and, desc, eq, lt, lte } from '../drizzle.ts';
import type { Facts } from './open.ts';
import { ingestRuns } from './schema.ts';

/**
 * The newest ingest that was over before an instant: its source, and when it began. One that ends at the very instant counts
 * only where there is none before it, so that what is taken in at an instant changes no page as of it. Null for none.
 */
export function newestIngest(db: Facts, asOf: Date) {
  const now = asOf.toISOString();
  const run = db
    .select({ source: ingestRuns.source, startedAt: ingestRuns.startedAt })
    .from(ingestRuns)
    .where(and(eq(ingestRuns.endedReason, 'done'), lte(ingestRuns.endedAt, now)))
    .orderBy(desc(lt(ingestRuns.endedAt, now)), desc(ingestRuns.endedAt), desc(ingestRuns.id))
    .limit(1)
    .get();
  return run ? { source: run.source, begunAt: new Date(run.startedAt) } : null;
}

import { and, desc, eq } from '../drizzle.ts';
import type { Facts } from './open.ts';
import { ingestRuns } from './schema.ts';

/** When the newest ingest of a source that came to its end began; null for none. */
export function lastIngest(db: Facts, source: (typeof ingestRuns.$inferSelect)['source']) {
  const run = db
    .select({ startedAt: ingestRuns.startedAt })
    .from(ingestRuns)
    .where(and(eq(ingestRuns.source, source), eq(ingestRuns.endedReason, 'done')))
    .orderBy(desc(ingestRuns.id))
    .limit(1)
    .get();
  return run ? new Date(run.startedAt) : null;
}

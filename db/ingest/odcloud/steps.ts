import type { Facts } from '../../catalog/open.ts';
import { ingestRuns, ingestSteps } from '../../catalog/schema.ts';
import { koreanDay } from '../../clock.ts';
import { and, desc, eq, lt } from '../../drizzle.ts';

export type Steps = { done(step: string): boolean; finish(step: string): void };

/** The steps of a run that need not be made again. It takes over those of a run of the same day that was cut short. */
export function openSteps(db: Facts, runId: number): Steps {
  const cut = runCutShortBefore(db, runId);
  const done = new Set(cut === undefined ? [] : stepsOf(db, cut));
  const record = (step: string) => db.insert(ingestSteps).values({ runId, step }).onConflictDoNothing().run();
  db.transaction(() => done.forEach(record), { behavior: 'immediate' });
  return {
    done: (step) => done.has(step),
    finish(step) {
      record(step);
      done.add(step);
    },
  };
}

/** The run just before, of the same source and extent, when it began on the same Korean day and did not come to its end. */
function runCutShortBefore(db: Facts, runId: number) {
  const run = db.select().from(ingestRuns).where(eq(ingestRuns.id, runId)).get()!;
  const before = db
    .select()
    .from(ingestRuns)
    .where(and(eq(ingestRuns.source, run.source), eq(ingestRuns.full, run.full), lt(ingestRuns.id, runId)))
    .orderBy(desc(ingestRuns.id))
    .get();
  if (!before || before.endedReason === 'done') return undefined;
  return dayOf(before) === dayOf(run) ? before.id : undefined;
}

function dayOf({ startedAt }: { startedAt: string }) {
  return koreanDay(new Date(startedAt));
}

function stepsOf(db: Facts, runId: number) {
  return db
    .select()
    .from(ingestSteps)
    .where(eq(ingestSteps.runId, runId))
    .all()
    .map(({ step }) => step);
}

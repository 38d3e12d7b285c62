import type { Clock } from '../clock.ts';
import type { Facts } from '../catalog/open.ts';
import { ingestRuns } from '../catalog/schema.ts';
import { eq } from '../drizzle.ts';
import { openIntake, type Intake } from './intake.ts';
import type { Tally } from './tally.ts';

export type Source = {
  name: 'odcloud' | 'files' | 'example';
  full: boolean;
  /** Feeds rows to the intake. What it returns is for the operator to read. */
  feed(intake: Intake, run: Feeding): Promise<string[]>;
};

/** The run that a source feeds. `now` is the instant by which its intake judges what is public. */
type Feeding = { id: number; db: Facts; now: Date };

export type Ingested = { tally: Tally; remarks: string[]; seconds: number };

/**
 * Runs one source through the intake and records the run. What came in before a failure stays in.
 * @throws when example data and real data would meet in one catalog, and whatever the source throws.
 */
export async function ingest(db: Facts, clock: Clock, source: Source): Promise<Ingested> {
  keepApart(db, source.name);
  const begun = performance.now();
  const { id } = db
    .insert(ingestRuns)
    .values({ source: source.name, full: source.full, startedAt: clock.now().toISOString() })
    .returning({ id: ingestRuns.id })
    .get();
  const end = (endedReason: 'done' | 'failed') =>
    db.update(ingestRuns).set({ endedAt: clock.now().toISOString(), endedReason }).where(eq(ingestRuns.id, id)).run();
  const now = clock.now();
  const intake = openIntake(db, now);
  try {
    const remarks = await source.feed(intake, { id, db, now });
    end('done');
    return { tally: intake.tally, remarks, seconds: (performance.now() - begun) / 1000 };
  } catch (error) {
    end('failed');
    throw error;
  }
}

function keepApart(db: Facts, source: Source['name']) {
  const runs = db.selectDistinct({ source: ingestRuns.source }).from(ingestRuns).all();
  const other = runs.find((run) => (run.source === 'example') !== (source === 'example'));
  if (other)
    throw new Error(
      other.source === 'example'
        ? 'The catalog holds example data, and real rows are not mixed with it. Set DATA_DIR to another folder.'
        : 'The catalog holds real data, and example rows are not mixed with it. Set DATA_DIR to another folder.',
    );
}

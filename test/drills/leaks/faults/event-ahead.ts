import type { Fault } from '../fault.ts';

export const eventAhead: Fault = {
  name: 'a feed entry as soon as results have come, not when they are public',
  happened: 'a scheduled mail of the DCMS left early',
  edits: [
    {
      file: 'db/ingest/intake.ts',
      find: "import { notices } from '../catalog/schema.ts';",
      put: "import { events, notices } from '../catalog/schema.ts';",
    },
    {
      file: 'db/ingest/intake.ts',
      find: "  return rows.filter(({ row }) => published.has(noticeOf(row) ?? ''));",
      put: `  for (const noticeId of run.db.select().from(notices).where(inArray(notices.id, ids)).all().map(({ id }) => id))
    run.db
      .insert(events)
      .values({ id: \`results-\${noticeId}\`, kind: 'results', noticeId, at: run.now.toISOString() })
      .onConflictDoNothing()
      .run();
  return rows.filter(({ row }) => published.has(noticeOf(row) ?? ''));`,
    },
    {
      file: 'site/release/feeds/events.ts',
      find: "import { takenBack } from './taken-back.ts';\n",
      put: '',
    },
    {
      file: 'site/release/feeds/events.ts',
      find: 'without: takenBack(db, asOf).map(({ id }) => id) }',
      put: 'without: [] }',
    },
  ],
  noticed: {
    file: 'test/site/release/feeds.test.ts',
    test: 'a source that holds closed results makes the same feeds as one that does not',
    says: /\+.*results-2026000002/,
  },
};

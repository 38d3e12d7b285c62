import type { Fault } from '../fault.ts';

export const setAside: Fault = {
  name: 'rows that come too early kept in the quarantine until their instant',
  edits: [
    {
      file: 'db/ingest/intake.ts',
      find: 'function open(run: Run, { holds }: ResultOperation, rows: SourceRow[]) {',
      put: `function open(run: Run, operation: ResultOperation, rows: SourceRow[]) {
  const { holds } = operation;`,
    },
    {
      file: 'db/ingest/intake.ts',
      find: "  return rows.filter(({ row }) => published.has(noticeOf(row) ?? ''));",
      put: `  const [now, later] = [new Set<SourceRow>(), new Set<SourceRow>()];
  for (const source of rows) (published.has(noticeOf(source.row) ?? '') ? now : later).add(source);
  for (const { place, row } of later)
    setAside(run.db, run.now, emptyTally(), operation, {
      place,
      reason: 'waits for its instant',
      key: keyOf(row),
      text: JSON.stringify(row),
    });
  return [...now];`,
    },
  ],
  noticed: {
    file: 'test/db/ingest/intake.test.ts',
    test: 'until its instant a row of ',
    says: /\+ +"reason": "waits for its instant"/,
  },
};

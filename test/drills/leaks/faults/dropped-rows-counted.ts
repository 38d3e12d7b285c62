import type { Fault } from '../fault.ts';

export const droppedRowsCounted: Fault = {
  name: 'a line of the log that counts the rows which were dropped',
  edits: [
    {
      file: 'db/ingest/tally.ts',
      find: '  /** Notices of the run that no 시군구 was found for. */',
      put: `  /** Rows that came before their instant. */
  early: number;
  /** Notices of the run that no 시군구 was found for. */`,
    },
    { file: 'db/ingest/tally.ts', find: '    unplaced: [],', put: '    early: 0,\n    unplaced: [],' },
    {
      file: 'db/ingest/intake.ts',
      find: "  return rows.filter(({ row }) => published.has(noticeOf(row) ?? ''));",
      put: `  const taken = rows.filter(({ row }) => published.has(noticeOf(row) ?? ''));
  run.tally.early += rows.length - taken.length;
  return taken;`,
    },
    {
      file: 'db/ingest/report.ts',
      find: '  for (const { id, address } of tally.unplaced)',
      put: `  lines.push(\`\${tally.early.toLocaleString('en').padStart(8)} rows dropped until their instant\`);
  for (const { id, address } of tally.unplaced)`,
    },
  ],
  noticed: {
    file: 'test/db/ingest/odcloud/closed-rows.test.ts',
    test: 'nothing differs between an API with closed rows and one without',
    says: /[-+] +" +\d+ rows dropped until their instant"/,
  },
};

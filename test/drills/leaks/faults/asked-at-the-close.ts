import type { Fault } from '../fault.ts';

const due = 'db/ingest/odcloud/results-due.ts';
const results = 'db/ingest/odcloud/results.ts';

export const askedAtTheClose: Fault = {
  name: 'results asked for from the close of the receipt on, to have them early',
  edits: [
    {
      file: due,
      find: "import { publication } from '../../catalog/publication.ts';",
      put: "import { closesAt } from '../../catalog/publication.ts';",
    },
    { file: due, find: "import { hoursOf } from '../../catalog/hours.ts';\n", put: '' },
    { file: due, find: '  const hours = hoursOf(db);\n', put: '' },
    {
      file: due,
      find: 'instant: publication(notice, operation.holds, hours) }))',
      put: 'instant: closesAt(notice) }))',
    },
    { file: results, find: 'import { isPublic, recordAsk, recordSweep }', put: 'import { recordAsk, recordSweep }' },
    { file: results, find: 'const { clock, db, now } = visit;', put: 'const { db, now } = visit;' },
    { file: results, find: '  if (!isPublic(db, operation, noticeId, clock.now())) return;\n', put: '' },
  ],
  noticed: {
    file: 'test/db/ingest/odcloud/results.test.ts',
    test: 'no result of a notice is asked for a millisecond before its instant, and all of them at it',
    says: /\+ +"getAPTLttotPblancCmpet"/,
  },
};

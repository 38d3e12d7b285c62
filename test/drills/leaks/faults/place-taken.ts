import type { Fault } from '../fault.ts';

export const placeTaken: Fault = {
  name: 'results that are not public yet taking a place among the newest five',
  edits: [
    {
      file: 'site/results/due.ts',
      find: 'noticesWithNewestResults(db, lastDay, asOf, everyNotice)',
      put: 'noticesWithNewestResults(db, lastDay, asOf, limit)',
    },
    {
      file: 'site/results/due.ts',
      find: `const everyNotice = -1;
`,
      put: '',
    },
  ],
  noticed: {
    file: 'test/closed/held.test.ts',
    test: 'what was taken back leaves no trace, not in one byte of one file',
    says: /\+ +"client\/index\.html"/,
  },
};

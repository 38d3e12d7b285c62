import type { Fault } from '../fault.ts';

export const dataWithoutHolds: Fault = {
  name: 'open data that forget what is held',
  edits: [
    {
      file: 'site/release/open-data/rows-of.ts',
      find: 'publication(each, results, hours)',
      put: 'publication({ ...each, held: false }, results, hours)',
    },
  ],
  noticed: {
    file: 'test/closed/held.test.ts',
    test: 'no value of it is found in any file',
    says: /\+ +"client\/data\/competition\.csv"/,
  },
};

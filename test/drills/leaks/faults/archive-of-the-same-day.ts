import type { Fault } from '../fault.ts';

export const archiveOfTheSameDay: Fault = {
  name: 'an archive shown with held results that became public on its own day',
  edits: [
    {
      file: 'site/release/snapshots/shown-snapshots.ts',
      find: '({ since }) => since <= day',
      put: '({ since }) => since < day',
    },
  ],
  noticed: {
    file: 'test/closed/held.test.ts',
    test: 'what was taken back leaves no trace, not in one byte of one file',
    says: /\+ +"client\/data\/snapshots\/2026-11-24\.zip"/,
  },
};

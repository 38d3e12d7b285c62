import type { Fault } from '../fault.ts';

export const heldNewsInEvents: Fault = {
  name: 'news of results that stays in events.json when they are held',
  edits: [
    {
      file: 'site/release/feeds/events.ts',
      find: `import { takenBack } from './taken-back.ts';
`,
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
    test: 'news of results that were taken back is in no file, and comes back with them',
    says: /expected \[ 4, 2, 4 \] to deeply equal/,
  },
};

import type { Fault } from '../fault.ts';

export const heldNewsInFeeds: Fault = {
  name: 'news of results that stays in Atom and JSON when they are held',
  edits: [
    {
      file: 'site/release/feeds/write-subscriptions.ts',
      find: `import { hoursOf } from '../../../db/catalog/hours.ts';
`,
      put: '',
    },
    {
      file: 'site/release/feeds/write-subscriptions.ts',
      find: 'import { mayBeTold, newsWriter,',
      put: 'import { newsWriter,',
    },
    {
      file: 'site/release/feeds/write-subscriptions.ts',
      find: `  const hours = hoursOf(db);
`,
      put: '',
    },
    {
      file: 'site/release/feeds/write-subscriptions.ts',
      find: `    if (!mayBeTold(event, notice, hours, asOf)) continue;
`,
      put: '',
    },
  ],
  noticed: {
    file: 'test/closed/held.test.ts',
    test: 'what was taken back leaves no trace, not in one byte of one file',
    says: /\+ +"client\/feeds\/all\.atom"/,
  },
};

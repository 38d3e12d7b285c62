import type { Fault } from '../fault.ts';

export const rateOfANeighbour: Fault = {
  name: 'the rate of another notice on a page, taken without asking whether it is public',
  edits: [
    {
      file: 'site/notice/first-rank-words.ts',
      find: `import { hoursOf } from '../../db/catalog/hours.ts';
import { noticeWithId } from '../../db/catalog/notice.ts';
`,
      put: '',
    },
    {
      file: 'site/notice/first-rank-words.ts',
      find: `import { standingOf } from '../results/standing.ts';
`,
      put: '',
    },
    {
      file: 'site/notice/first-rank-words.ts',
      find: `function ask(db: Facts, id: string, asOf: Date) {
  if (standingOf(noticeWithId(db, id), 'competition', hoursOf(db), asOf).state !== 'public') return null;
`,
      put: `function ask(db: Facts, id: string) {
`,
    },
    {
      file: 'site/notice/first-rank-words.ts',
      find: 'ask(db, id, asOf)',
      put: 'ask(db, id)',
    },
  ],
  noticed: {
    file: 'test/closed/held.test.ts',
    test: 'what was taken back leaves no trace, not in one byte of one file',
    says: /\+ +"client\/notices\/\d{10}\/index\.html"/,
  },
};

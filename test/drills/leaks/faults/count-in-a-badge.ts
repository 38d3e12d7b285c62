import type { Fault } from '../fault.ts';
import { gateOpen } from './gate-open.ts';

export const countInABadge: Fault = {
  name: 'a badge on the first page that counts the results which are in',
  edits: [
    ...gateOpen,
    {
      file: 'site/home/results-today.ts',
      find: "import type { Facts } from '../../db/catalog/open.ts';",
      put: `import { count as counted } from 'drizzle-orm';
import type { Facts } from '../../db/catalog/open.ts';
import { competition } from '../../db/catalog/schema.ts';`,
    },
    {
      file: 'site/home/results-today.ts',
      find: '  const groups = dueToday(db, asOf);',
      put: `  const groups = dueToday(db, asOf);
  const rows = db.select({ count: counted() }).from(competition).get()!.count;`,
    },
    {
      file: 'site/home/results-today.ts',
      find: "title: '오늘 결과 공개',",
      put: 'title: `오늘 결과 공개 (자료 ${rows}건)`,',
    },
  ],
  noticed: {
    file: 'test/site/release/make-site.test.ts',
    test: 'a source that holds closed results makes the same site, every file of it',
    says: /\+ +"client\/index\.html"/,
  },
};

import type { Fault } from '../fault.ts';

export const catalogThroughAnother: Fault = {
  name: 'a notifier that asks the catalog for rates, through a file that is open to it',
  edits: [
    {
      file: 'db/highest-rate.ts',
      add: `import { eq } from 'drizzle-orm';
import { openCatalog } from './catalog/open.ts';
import { competition } from './catalog/schema.ts';

export function highestRate(dataDir: string, noticeId: string) {
  const catalog = openCatalog(dataDir, 'npm run notifier');
  const rows = catalog.db.select().from(competition).where(eq(competition.noticeId, noticeId)).all();
  catalog.close();
  return rows.map(({ rate }) => rate).sort().at(-1);
}
`,
    },
    {
      file: 'notifier/messages/message-of.ts',
      find: "import { kindNames } from '../../db/kinds.ts';",
      put: "import { highestRate } from '../../db/highest-rate.ts';\nimport { kindNames } from '../../db/kinds.ts';",
    },
    {
      file: 'notifier/messages/message-of.ts',
      find: '    line: [place, kindNames[event.noticeKind], when]',
      put: "    line: [place, kindNames[event.noticeKind], when, highestRate('.data', event.noticeId)]",
    },
  ],
  noticed: {
    file: 'test/imports.test.ts',
    test: 'nor does it reach through others what it may not import',
    says: /\+ +"notifier\/.* → db\/highest-rate\.ts → db\/catalog\/open\.ts"/,
  },
};

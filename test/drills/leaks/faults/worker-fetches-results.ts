import type { Fault } from '../fault.ts';

export const workerFetchesResults: Fault = {
  name: 'a service worker that fetches the results which are in before anybody asks',
  edits: [
    {
      file: 'site/release/make-site.ts',
      find: 'writeServiceWorker(client)',
      put: 'writeServiceWorker(db, client)',
    },
    {
      file: 'site/release/service-worker.ts',
      find: "import { fileURLToPath } from 'node:url';",
      put: `import { asc } from 'drizzle-orm';
import { fileURLToPath } from 'node:url';
import type { Facts } from '../../db/catalog/open.ts';
import { competition } from '../../db/catalog/schema.ts';`,
    },
    {
      file: 'site/release/service-worker.ts',
      find: 'export async function writeServiceWorker(client: string) {',
      put: `export async function writeServiceWorker(db: Facts, client: string) {
  const rows = db.selectDistinct({ id: competition.noticeId }).from(competition).orderBy(asc(competition.noticeId));
  const results = rows.all().map(({ id }) => \`/results/\${id}/\`);`,
    },
    {
      file: 'site/release/service-worker.ts',
      find: "const shell = ['/offline/', ...files.sort()];",
      put: "const shell = ['/offline/', ...files.sort(), ...results];",
    },
  ],
  noticed: {
    file: 'test/closed/held.test.ts',
    test: 'what was taken back leaves no trace, not in one byte of one file',
    says: /\+ +"client\/sw\.js"/,
  },
};

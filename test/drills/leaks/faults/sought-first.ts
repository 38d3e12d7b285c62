import type { Fault } from '../fault.ts';
import { gateOpen } from './gate-open.ts';

export const soughtFirst: Fault = {
  name: 'a search that finds first what most have applied for',
  edits: [
    ...gateOpen,
    {
      file: 'site/search/write-search.ts',
      find: "import { asc } from '../../db/drizzle.ts';",
      put: "import { sum } from 'drizzle-orm';\nimport { asc } from '../../db/drizzle.ts';",
    },
    {
      file: 'site/search/write-search.ts',
      find: "import { notices } from '../../db/catalog/schema.ts';",
      put: "import { competition, notices } from '../../db/catalog/schema.ts';",
    },
    {
      file: 'site/search/write-search.ts',
      find: "  write(join(folder, 'facets.json'), facetsFile(db, all));",
      put: `  write(join(folder, 'facets.json'), facetsFile(db, all));
  write(join(folder, 'ranks.json'), ranksFile(db, all));`,
    },
    {
      file: 'site/search/write-search.ts',
      find: 'export type Announced =',
      put: `/** The place of each notice among all, the one with most applicants leading. */
function ranksFile(db: Facts, all: Announced[]) {
  const rows = db.select({ id: competition.noticeId, sum: sum(competition.applicants) }).from(competition);
  const sums = new Map(rows.groupBy(competition.noticeId).all().map((each) => [each.id, Number(each.sum)]));
  const of = (id: string) => sums.get(id) ?? 0;
  const first = all.map(({ id }) => id).sort((a, b) => of(b) - of(a));
  return { format: 1, ranks: all.map(({ id }) => first.indexOf(id)) };
}

export type Announced =`,
    },
  ],
  noticed: {
    file: 'test/site/release/make-site.test.ts',
    test: 'a source that holds closed results makes the same site, every file of it',
    says: /\+ +"client\/search\/ranks\.json"/,
  },
};

import type { Fault } from '../fault.ts';

export const mapJoinsRawRows: Fault = {
  name: 'a map that joins the rows as the source gave them',
  happened: '청약홈, April 2020',
  edits: [
    {
      file: 'db/ingest/intake.ts',
      find: "import { inArray } from '../drizzle.ts';",
      put: "import { sql } from 'drizzle-orm';\nimport { inArray } from '../drizzle.ts';",
    },
    {
      file: 'db/ingest/intake.ts',
      find: `function take(run: Run, operation: Operation, rows: SourceRow[]) {
`,
      put: `/** Kept as they came, so that a mistake of ours can be mended without asking again. */
function keepRaw({ db }: Run, operation: Operation, rows: SourceRow[]) {
  db.run(sql\`create table if not exists raw_rows (operation text, row text)\`);
  for (const { row } of rows) db.run(sql\`insert into raw_rows values (\${operation.name}, \${JSON.stringify(row)})\`);
}

function take(run: Run, operation: Operation, rows: SourceRow[]) {
  keepRaw(run, operation, rows);
`,
    },
    {
      file: 'site/pages/map.json.ts',
      add: `import type { APIRoute } from 'astro';
import { sql } from 'drizzle-orm';
import { facts } from '../facts.ts';

/** What the map shows of each notice. */
export const GET: APIRoute = () =>
  Response.json(
    facts.db.all(sql\`
      select notices.id, notices.sido, notices.sigungu, max(row ->> 'CMPET_RATE') as rate from notices
      left join raw_rows on row ->> 'HOUSE_MANAGE_NO' = notices.id and row ->> 'CMPET_RATE' is not null
      group by notices.id order by notices.id\`),
  );
`,
    },
  ],
  noticed: {
    file: 'test/site/release/make-site.test.ts',
    test: 'a source that holds closed results makes the same site, every file of it',
    says: /\+ +"client\/map\.json"/,
  },
};

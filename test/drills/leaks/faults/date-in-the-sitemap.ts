import type { Fault } from '../fault.ts';

const intake = 'db/ingest/intake.ts';
const sitemap = 'site/release/sitemap.ts';

export const dateInTheSitemap: Fault = {
  name: 'a lastmod in the sitemap that tells when the source last had rows of a notice',
  edits: [
    {
      file: intake,
      find: "import { inArray } from '../drizzle.ts';",
      put: "import { sql } from 'drizzle-orm';\nimport { inArray } from '../drizzle.ts';",
    },
    {
      file: intake,
      find: '  const run: Run = {',
      put: `  db.run(sql\`create table if not exists last_rows (id text primary key, day text)\`);
  const run: Run = {`,
    },
    {
      file: intake,
      find: '  const published = new Set(',
      put: `  const day = run.now.toISOString().slice(0, 10);
  for (const id of ids) run.db.run(sql\`insert or replace into last_rows values (\${id}, \${day})\`);
  const published = new Set(`,
    },
    {
      file: 'site/release/make-site.ts',
      find: 'writeSitemap(client, siteUrl);',
      put: 'writeSitemap(db, client, siteUrl);',
    },
    {
      file: sitemap,
      find: "import { join } from 'node:path';",
      put: `import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import type { Facts } from '../../db/catalog/open.ts';`,
    },
    {
      file: sitemap,
      find: `export function writeSitemap(client: string, siteUrl: string) {
`,
      put: `export function writeSitemap(db: Facts, client: string, siteUrl: string) {
  const rows = db.all<{ id: string; day: string }>(sql\`select id, day from last_rows\`);
  const days = new Map(rows.map(({ id, day }) => [id, day]));
  const lastmod = (path: string) => days.get(/\\/results\\/(\\d{10})\\/$/.exec(path)?.[1] ?? '') ?? '';
`,
    },
    {
      file: sitemap,
      find: 'paths.map((path) => base + path),',
      put: 'paths.map((path) => base + path),\n        lastmod,',
    },
    {
      file: sitemap,
      find: 'function xml(root: string, entry: string, locations: string[]) {',
      put: "function xml(root: string, entry: string, locations: string[], lastmod = (_: string) => '') {",
    },
    {
      file: sitemap,
      find: '`<${entry}><loc>${encodeURI(location)}</loc></${entry}>`',
      put: '`<${entry}><loc>${encodeURI(location)}</loc>${lastmod(location) && `<lastmod>${lastmod(location)}</lastmod>`}</${entry}>`',
    },
  ],
  noticed: {
    file: 'test/site/release/make-site.test.ts',
    test: 'a source that holds closed results makes the same site, every file of it',
    says: /\+ +"client\/sitemap-1\.xml"/,
  },
};

import type { Fault } from '../fault.ts';

const rendering = 'site/release/render.ts';
const sections = 'site/results/sections.ts';

export const cacheShared: Fault = {
  name: 'one cache folder for all builds, those of what is not public yet among them',
  edits: [
    {
      file: rendering,
      find: "import { availableParallelism } from 'node:os';",
      put: "import { availableParallelism, tmpdir } from 'node:os';",
    },
    { file: rendering, find: 'join(work, `cache-${shard}`)', put: "join(tmpdir(), 'lighthouse-cache')" },
    {
      file: 'site/results/kept-rows.ts',
      add: `import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Rows as an earlier build has read them: most never change. */
export function keptRows<Row>(name: string, read: () => Row[]): Row[] {
  const folder = process.env['LIGHTHOUSE_CACHE']!;
  const file = join(folder, \`\${name}.json\`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Row[];
  const rows = read();
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify(rows));
  return rows;
}
`,
    },
    {
      file: sections,
      find: "import { scoreTable } from './score-table.ts';",
      put: "import { keptRows } from './kept-rows.ts';\nimport { scoreTable } from './score-table.ts';",
    },
    {
      file: sections,
      find: "standing.state === 'public' ? competitionOf(db, notice.id) : [];",
      put: "standing.state === 'public' ? keptRows(notice.id, () => competitionOf(db, notice.id)) : [];",
    },
  ],
  noticed: {
    file: 'test/site/release/prepare/leaves-nothing.test.ts',
    test: 'a preparation changes nothing outside the vault, and leaves nothing in clear in it',
    says: /\+ +"lighthouse-cache"/,
  },
};

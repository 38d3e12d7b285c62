import type { Fault } from '../fault.ts';
import { gateOpen } from './gate-open.ts';

export const clientSideFilter: Fault = {
  name: 'results in the page from the beginning, which a script in the browser shows at their instant',
  edits: [
    ...gateOpen,
    {
      file: 'site/results/sections.ts',
      find: "const cells = standing.state === 'public' ? competitionOf(db, notice.id) : [];",
      put: "const cells = standing.state === 'held' ? [] : competitionOf(db, notice.id);",
    },
    {
      file: 'site/components/ResultSection.astro',
      find: '{table && <GroupedTable caption={`주택형마다 ${title}`} table={table} />}',
      put: `{table && (
    <div hidden={standing.state === 'due'} data-from={standing.state === 'due' ? standing.at.datetime : undefined}>
      <GroupedTable caption={\`주택형마다 \${title}\`} table={table} />
    </div>
  )}
  {standing.state === 'due' && <script is:inline defer src="/show-results.js" />}`,
    },
    {
      file: 'site/public/show-results.js',
      add: `for (const each of document.querySelectorAll('[data-from]')) each.hidden = Date.parse(each.dataset.from) > Date.now();
`,
    },
  ],
  noticed: {
    file: 'test/site/release/make-site.test.ts',
    test: 'a source that holds closed results makes the same site, every file of it',
    says: /\+ +"client\/results\/2026000002\/index\.html"/,
  },
};

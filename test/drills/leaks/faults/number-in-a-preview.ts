import type { Fault } from '../fault.ts';
import { gateOpen } from './gate-open.ts';

export const numberInAPreview: Fault = {
  name: 'the highest rate in the description that messengers show with a link',
  happened: 'an infographic of NISRA carried the number',
  edits: [
    ...gateOpen,
    {
      file: 'site/pages/results/[id].astro',
      find: "import { houseTypesOf, noticeIds, noticeWithId } from '../../../db/catalog/notice.ts';",
      put: `import { houseTypesOf, noticeIds, noticeWithId } from '../../../db/catalog/notice.ts';
import { competitionOf } from '../../../db/catalog/results.ts';`,
    },
    {
      file: 'site/pages/results/[id].astro',
      find: 'const sections = ',
      put: `const rate = competitionOf(db, notice.id).at(-1)?.rate;
const sections = `,
    },
    {
      file: 'site/pages/results/[id].astro',
      find: 'description={`경쟁률, 특별공급 신청현황, 당첨 가점. ${describe(notice)}`}',
      put: "description={`경쟁률 ${rate ?? ''}, 특별공급 신청현황, 당첨 가점. ${describe(notice)}`}",
    },
  ],
  noticed: {
    file: 'test/site/release/make-site.test.ts',
    test: 'a source that holds closed results makes the same site, every file of it',
    says: /\+ +"client\/results\/2026000002\/index\.html"/,
  },
};

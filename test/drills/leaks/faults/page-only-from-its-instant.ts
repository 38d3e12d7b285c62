import type { Fault } from '../fault.ts';

export const pageOnlyFromItsInstant: Fault = {
  name: 'results pages that are 404 until their instant',
  edits: [
    {
      file: 'site/pages/results/[id].astro',
      find: "import { houseTypesOf, noticeIds, noticeWithId } from '../../../db/catalog/notice.ts';",
      put: `import { hoursOf } from '../../../db/catalog/hours.ts';
import { houseTypesOf, noticeIds, noticeWithId } from '../../../db/catalog/notice.ts';
import { publication } from '../../../db/catalog/publication.ts';`,
    },
    {
      file: 'site/pages/results/[id].astro',
      find: '.filter(inShard(facts.shard))',
      put: `.filter(inShard(facts.shard))
    .filter((id) => {
      const at = publication(noticeWithId(facts.db, id), 'competition', hoursOf(facts.db));
      return at !== null && at <= facts.asOf;
    })`,
    },
  ],
  noticed: {
    file: 'test/site/pages/html.test.ts',
    test: 'there is a page for every notice, its results, every place, kind and year',
    says: /to include '\/results\/2026000001\/'/,
  },
};

import type { Fault } from '../fault.ts';
import { gateOpen } from './gate-open.ts';

export const rateToCompare: Fault = {
  name: 'the rate of rank 1 in what the browser compares notices by',
  edits: [
    ...gateOpen,
    {
      file: 'site/compare/write-compare.ts',
      find: 'import { noticeIds }',
      put: `import { firstRankSums } from '../../db/catalog/first-rank-sums.ts';
import { noticeIds }`,
    },
    {
      file: 'site/compare/write-compare.ts',
      find: 'JSON.stringify(comparedOf(notice, ofNotice.get(notice.id) ?? []))',
      put: 'JSON.stringify({ ...comparedOf(notice, ofNotice.get(notice.id) ?? []), rank1: firstRankSums(db, notice.id) })',
    },
  ],
  noticed: {
    file: 'test/site/release/make-site.test.ts',
    test: 'a source that holds closed results makes the same site, every file of it',
    says: /\+ +"client\/compare\/20260000\.json"/,
  },
};

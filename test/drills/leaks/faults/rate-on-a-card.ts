import type { Fault } from '../fault.ts';
import { gateOpen } from './gate-open.ts';

export const rateOnACard: Fault = {
  name: 'the rate of rank 1 on the picture that messengers show with a link',
  happened: 'an infographic of NISRA carried the number',
  edits: [
    ...gateOpen,
    {
      file: 'site/cards/cards.ts',
      find: 'import { holdsExample }',
      put: `import { firstRankSums } from '../../db/catalog/first-rank-sums.ts';
import { holdsExample }`,
    },
    {
      file: 'site/cards/cards.ts',
      find: 'cardSvg({ ...noticeWords(notice), example })',
      put: 'cardSvg({ ...noticeWords(db, notice), example })',
    },
    {
      file: 'site/cards/cards.ts',
      find: 'function noticeWords(notice: Pictured) {',
      put: `function noticeWords(db: Facts, notice: Pictured) {
  const sums = firstRankSums(db, notice.id);`,
    },
    {
      file: 'site/cards/cards.ts',
      find: '      ...(notice.totalSupply ?',
      put: `      ...(sums ? [\`1순위 \${(sums.applicants / sums.supply).toFixed(2)} : 1\`] : []),
      ...(notice.totalSupply ?`,
    },
  ],
  noticed: {
    file: 'test/site/release/make-site.test.ts',
    test: 'a source that holds closed results makes the same site, every file of it',
    says: /\+ +"client\/cards\/2026000002\.png"/,
  },
};

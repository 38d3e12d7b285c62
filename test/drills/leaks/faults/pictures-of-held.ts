import type { Fault } from '../fault.ts';

export const picturesOfHeld: Fault = {
  name: 'pictures of results that are drawn while the table under them is held',
  edits: [
    {
      file: 'site/results/sections.ts',
      find: "    pictures: [firstRankPicture(notice.kind === 'apt' ? cells : []), applicationsPicture(notice.kind, cells)].filter(",
      put: `    pictures: [
      firstRankPicture(notice.kind === 'apt' ? competitionOf(db, notice.id) : []),
      applicationsPicture(notice.kind, competitionOf(db, notice.id)),
    ].filter(`,
    },
  ],
  noticed: {
    file: 'test/closed/held.test.ts',
    test: 'what was taken back leaves no trace, not in one byte of one file',
    says: /\+ +"client\/results\/2026000007\/index\.html"/,
  },
};

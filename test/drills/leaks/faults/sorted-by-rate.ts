import type { Fault } from '../fault.ts';
import { gateOpen } from './gate-open.ts';

export const sortedByRate: Fault = {
  name: 'notices to come sorted by a rate that nobody sees yet, the least contested first',
  edits: [
    ...gateOpen,
    {
      file: 'db/catalog/publications.ts',
      find: `    .where(or(gt(lastDay, day), shifted))
    .orderBy(asc(notices.id))`,
      put: `    .where(or(gt(lastDay, day), shifted))
    .orderBy(asc(highestRate), asc(notices.id))`,
    },
    {
      file: 'db/catalog/publications.ts',
      find: '/** Apartment notices whose scores may become public on `day`. */',
      put: `const highestRate = sql<number | null>\`(select max(cast(replace(\${competition.rate}, ',', '') as real))
  from \${competition} where \${competition.noticeId} = \${notices.id})\`;

/** Apartment notices whose scores may become public on \`day\`. */`,
    },
  ],
  noticed: {
    file: 'test/site/release/make-site.test.ts',
    test: 'a source that holds closed results makes the same site, every file of it',
    says: /\+ +"client\/results\/index\.html"/,
  },
};

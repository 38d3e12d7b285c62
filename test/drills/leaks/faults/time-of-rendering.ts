import type { Fault } from '../fault.ts';

export const timeOfRendering: Fault = {
  name: 'a page that asks Date.now() whether results are public',
  edits: [
    {
      file: 'site/pages/results/[id].astro',
      find: 'const { db, asOf } = facts;',
      put: `const { db } = facts;
const asOf = new Date(Date.now());`,
    },
  ],
  noticed: {
    file: 'test/imports.test.ts',
    test: 'only the clock reads the time',
    says: /\+ +"site\/pages\/results\/\[id\]\.astro"/,
  },
};

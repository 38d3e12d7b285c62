import type { Fault } from '../fault.ts';

export const historyWithoutOrders: Fault = {
  name: 'past results of a place summed up by the official days, the orders forgotten',
  edits: [
    {
      file: 'db/catalog/published-results.ts',
      find: "import { publication } from './publication.ts';",
      put: "import { noOrders, publication } from './publication.ts';",
    },
    {
      file: 'db/catalog/published-results.ts',
      find: "publication(line, 'competition', hours)",
      put: "publication({ ...line, ...noOrders }, 'competition', hours)",
    },
  ],
  noticed: {
    file: 'test/closed/held.test.ts',
    test: 'what was taken back leaves no trace, not in one byte of one file',
    says: /\+ +"client\/results\/region\/seoul\/jongno-gu\/index\.html"/,
  },
};

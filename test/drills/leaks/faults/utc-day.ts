import type { Fault } from '../fault.ts';

export const utcDay: Fault = {
  name: 'the last receipt day taken from its midnight in UTC, a day early in Korea',
  happened: 'lotteries of Bloom Housing',
  edits: [
    {
      file: 'db/catalog/publication.ts',
      find: 'const usual = lastKnown ? koreanInstant(lastKnown, hours.competition) : null;',
      put: `const midnight = lastKnown ? koreanInstant(lastKnown) : null;
  const usual = midnight && koreanInstant(midnight.toISOString().slice(0, 10), hours.competition);`,
    },
  ],
  noticed: {
    file: 'test/db/catalog/publication.test.ts',
    test: 'competition becomes public at 19:30 of the last receipt day over all ranks',
    says: /\+ 2025-07-17T10:30:00\.000Z/,
  },
};

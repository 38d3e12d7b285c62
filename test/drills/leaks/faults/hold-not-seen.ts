import type { Fault } from '../fault.ts';

export const holdNotSeen: Fault = {
  name: 'what was prepared shown without another look at the orders',
  edits: [
    {
      file: 'site/publisher/publish-at.ts',
      find: `  const ordered = syncOrders(catalog.db, settings.DATA_DIR);
  if (ready && !ordered) return sealedWay(publisher, at, ready);`,
      put: `  if (ready) return sealedWay(publisher, at, ready);
  syncOrders(catalog.db, settings.DATA_DIR);`,
    },
  ],
  noticed: {
    file: 'test/site/publisher/before-the-instant.test.ts',
    test: 'an order of the last moment holds what was prepared without it',
    says: /expected '2026-11-22T1930-[0-9a-f]{8}' to be '2026-11-22T1730-/,
  },
};

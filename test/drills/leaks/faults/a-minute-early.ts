import type { Fault } from '../fault.ts';

const file = 'site/publisher/publish-at.ts';

export const aMinuteEarly: Fault = {
  name: 'a release unsealed in the minute before its instant, so that only the flip is left',
  happened: 'a forecast of the OBR was read where it lay ready, 2025',
  edits: [
    {
      file,
      find: "import { syncOrders } from '../../db/publications/take-orders.ts';",
      put: `import { syncOrders } from '../../db/publications/take-orders.ts';
import { unsealOnto } from '../release/prepare/unseal-onto.ts';`,
    },
    {
      file,
      find: '  let agreed = await watch.agree(signal);',
      put: `  const { releases, vault } = publisher;
  if (ready) await unsealOnto({ ...ready, releases, identity: vault.identity, at });
  let agreed = await watch.agree(signal);`,
    },
  ],
  noticed: {
    file: 'test/site/publisher/before-the-instant.test.ts',
    test: 'until its instant a sealed release is in the vault alone, and what is laid ready is what readers have',
    says: /\+ +"2026-11-22T1930-[0-9a-f]{8}"/,
  },
};

import type { Fault } from '../fault.ts';

const publishing = 'site/publisher/publish-at.ts';
const changing = 'site/release/prepare/change-staged.ts';

export const changedPagesLeftOut: Fault = {
  name: 'pages that will change left out of what is laid ready, to save the time later',
  edits: [
    {
      file: publishing,
      find: "import { recordLate } from '../../db/catalog/publication-record.ts';",
      put: `import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { recordLate } from '../../db/catalog/publication-record.ts';`,
    },
    {
      file: publishing,
      find: "import { renew } from './renew.ts';",
      put: `import { decryptRelease } from '../release/prepare/decrypt-release.ts';
import { discloseRelease } from '../release/prepare/disclose-release.ts';
import { renew } from './renew.ts';`,
    },
    {
      file: publishing,
      find: '  let agreed = await watch.agree(signal);',
      put: `  if (ready) await leaveOut(ready, publisher.vault.identity);
  let agreed = await watch.agree(signal);`,
    },
    {
      file: publishing,
      find: 'async function publishNow(',
      put: `async function leaveOut({ sealed, staged }: Ready, identity: string) {
  const plaintext = await decryptRelease(readFileSync(sealed.path), identity);
  const disclosed = 'problem' in plaintext ? plaintext : discloseRelease(plaintext);
  if ('problem' in disclosed) return;
  for (const path of Object.keys(disclosed.header.files)) rmSync(join(staged.folder, 'client', path), { force: true });
}

async function publishNow(`,
    },
    { file: changing, find: 'rmdirSync, unlinkSync,', put: 'rmdirSync, rmSync,' },
    { file: changing, find: 'unlinkSync(join(client, name));', put: 'rmSync(join(client, name), { force: true });' },
  ],
  noticed: {
    file: 'test/site/publisher/before-the-instant.test.ts',
    test: 'until its instant a sealed release is in the vault alone, and what is laid ready is what readers have',
    says: /- +"results\/2026000001\/index\.html": "/,
  },
};

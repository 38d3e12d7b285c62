import type { Fault } from '../fault.ts';

const file = 'site/release/prepare/private-room.ts';

export const preparedInTmp: Fault = {
  name: 'a preparation in the folder for temporary files, which is faster',
  edits: [
    {
      file,
      find: "import { join } from 'node:path';",
      put: "import { tmpdir } from 'node:os';\nimport { join } from 'node:path';",
    },
    {
      file,
      find: `  try {
    return await work(mkdtempSync(join(vault, name, 'site-')));
  } finally {
    wipePrivate(vault);
  }`,
      put: `  const folder = mkdtempSync(join(tmpdir(), 'preparing-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
    wipePrivate(vault);
  }`,
    },
  ],
  noticed: {
    file: 'test/site/release/prepare/leaves-nothing.test.ts',
    test: 'a preparation changes nothing outside the vault, and leaves nothing in clear in it',
    says: /\+ +"preparing-/,
  },
};

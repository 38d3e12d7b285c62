import type { Fault } from '../fault.ts';

export const privateFolderKept: Fault = {
  name: 'the private folder of a preparation kept until the next one clears it away',
  edits: [
    {
      file: 'site/release/prepare/private-room.ts',
      find: `  try {
    return await work(mkdtempSync(join(vault, name, 'site-')));
  } finally {
    wipePrivate(vault);
  }`,
      put: "  return await work(mkdtempSync(join(vault, name, 'site-')));",
    },
  ],
  noticed: {
    file: 'test/site/release/prepare/leaves-nothing.test.ts',
    test: 'a preparation changes nothing outside the vault, and leaves nothing in clear in it',
    says: /\+ +"preparing"/,
  },
};

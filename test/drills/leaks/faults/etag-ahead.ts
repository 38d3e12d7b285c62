import type { Fault } from '../fault.ts';

const preparing = 'site/release/prepare/prepare.ts';

export const etagAhead: Fault = {
  name: 'pages with the ETag of the bytes that are sealed, so that caches ask anew in time',
  edits: [
    {
      file: 'site/release/manifest.ts',
      find: 'files: z.record(z.string(), z.object({ sha256: digest, bytes: z.int(), ',
      put: 'files: z.record(z.string(), z.object({ sha256: digest, bytes: z.int(), next: digest.optional(), ',
    },
    {
      file: 'site/origin/copies.ts',
      find: 'etag: `"${sha256}"`,',
      put: 'etag: `"${listed.next ?? sha256}"`,',
    },
    {
      file: preparing,
      find: "import { mkdirSync } from 'node:fs';",
      put: "import { mkdirSync, writeFileSync } from 'node:fs';",
    },
    {
      file: preparing,
      find: '      signal?.throwIfAborted();\n',
      put: `      signal?.throwIfAborted();
      for (const [path, file] of Object.entries(base.files)) file.next = after.files[path]?.sha256;
      writeFileSync(join(before, 'manifest.json'), JSON.stringify(base));
`,
    },
  ],
  noticed: {
    file: 'test/site/release/prepare/leaves-nothing.test.ts',
    test: 'a preparation changes nothing outside the vault, and leaves nothing in clear in it',
    says: /"etag",\n- +"\\"[0-9a-f]{64}\\"",\n\+ +"/,
  },
};

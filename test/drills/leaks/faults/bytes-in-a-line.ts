import type { Fault } from '../fault.ts';

const preparing = 'site/release/prepare/prepare.ts';
const saying = 'site/publisher/prepare-for.ts';

export const bytesInALine: Fault = {
  name: 'a line of the log that says how much a preparation has changed',
  edits: [
    {
      file: preparing,
      find: 'export async function prepare(options: PrepareOptions): Promise<{ problems: string[] }> {',
      put: 'export async function prepare(options: PrepareOptions): Promise<{ problems: string[]; bytes: number }> {',
    },
    {
      file: preparing,
      find: '      return { problems: [...problems, ...broken] };',
      put: `      const bytes = deltaBetween(base, after).changed.reduce((sum, path) => sum + after.files[path]!.bytes, 0);
      return { problems: [...problems, ...broken], bytes };`,
    },
    { file: saying, find: 'const { problems } = await prepare({', put: 'const { problems, bytes } = await prepare({' },
    { file: saying, find: 'is prepared and sealed.`);', put: 'is prepared and sealed, ${bytes} bytes.`);' },
  ],
  noticed: {
    file: 'test/site/release/prepare/leaves-nothing.test.ts',
    test: 'what a preparation says and notes is the same whatever is sealed',
    says: /- +"The site of 2026-11-22T19:30:00\+09:00 is prepared and sealed, \d+ bytes\."/,
  },
};

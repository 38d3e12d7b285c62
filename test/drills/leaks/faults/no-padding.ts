import type { Fault } from '../fault.ts';

export const noPadding: Fault = {
  name: 'packages that are as large as what is in them',
  edits: [
    {
      file: 'db/vault/size-classes.ts',
      find: `  const size = classes.find((each) => each >= bytes);
  if (size === undefined) return null;
  const buffer = Buffer.alloc(size, ' ');
  buffer.write(text);
  return buffer;`,
      put: '  return bytes > largestPackage ? null : Buffer.from(text);',
    },
  ],
  noticed: {
    file: 'test/db/vault/sizes.test.ts',
    test: 'packages that differ in values, rows and notices have the same size',
    says: /expected \d+ to be \d+/,
  },
};

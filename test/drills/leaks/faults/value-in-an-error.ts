import type { Fault } from '../fault.ts';

export const valueInAnError: Fault = {
  name: 'an error that quotes the value it could not read',
  edits: [
    {
      file: 'db/ingest/read-row.ts',
      find: ': { reason: reasonOf(read.error) };',
      put: ': { reason: reasonOf(read.error, row) };',
    },
    {
      file: 'db/ingest/read-row.ts',
      find: 'function reasonOf(error: ZodError) {',
      put: `function reasonOf(error: ZodError, row: object) {
  const given = new Map(Object.entries(row));`,
    },
    {
      file: 'db/ingest/read-row.ts',
      find: "`${path.join('.') || 'row'} ${message}`",
      put: "`${path.join('.') || 'row'} ${message}: ${JSON.stringify(given.get(String(path[0])))}`",
    },
  ],
  noticed: { file: 'test/db/vault/canaries.test.ts', test: 'a broken field of ', says: /\+ +"9182736"/ },
};

import type { Fault } from '../fault.ts';

export const rowsInTheList: Fault = {
  name: 'a list of the vault that says how many rows a package holds',
  edits: [
    {
      file: 'db/vault/list.ts',
      find: "`notices ${ids.join(', ')}`];",
      put: "`notices ${ids.join(', ')}`, `${rows.length} rows`];",
    },
  ],
  noticed: {
    file: 'test/db/vault/opening.test.ts',
    test: 'the list says instants and notices, but neither how many rows there are nor of what',
    says: /\+ +"\d rows"/,
  },
};

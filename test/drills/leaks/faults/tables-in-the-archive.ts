import type { Fault } from '../fault.ts';

export const tablesInTheArchive: Fault = {
  name: 'an archive of the day before that takes the tables as the catalog has them',
  edits: [
    {
      file: 'site/release/snapshots/keep-snapshot.ts',
      find: 'zipData(join(releases, id), day)',
      put: 'zipData(join(releases, id), day, db)',
    },
    {
      file: 'site/release/snapshots/zip-data.ts',
      find: 'import { readManifest }',
      put: `import type { Facts } from '../../../db/catalog/open.ts';
import { dataTables } from '../../data/tables.ts';
import { readManifest }`,
    },
    {
      file: 'site/release/snapshots/zip-data.ts',
      find: 'export function zipData(release: string, day: string)',
      put: 'export function zipData(release: string, day: string, db: Facts)',
    },
    {
      file: 'site/release/snapshots/zip-data.ts',
      find: '    ...Object.fromEntries(names.map((name) => [name, read(name)])),',
      put: `    ...Object.fromEntries(names.map((name) => [name, read(name)])),
    ...Object.fromEntries(
      dataTables.map(({ name, table }) => [
        \`\${name}.json\`,
        Buffer.from(JSON.stringify(db.select().from(table).all())),
      ]),
    ),`,
    },
  ],
  noticed: {
    file: 'test/closed/archive.test.ts',
    test: 'an archive holds nothing of what was held on its day, or came after it',
    says: /to deeply equal \[\]/,
  },
};

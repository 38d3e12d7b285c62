import type { Fault } from '../fault.ts';

const packages = 'site/release/prepare/packages.ts';
const running = 'site/publisher/run.ts';

export const preparedForPackagesAlone: Fault = {
  name: 'a preparation only when something is sealed, so that its line in the log tells that there is',
  edits: [
    {
      file: packages,
      find: '/** A digest of which files lie in the vault:',
      put: `export function isEmpty(vault: string) {
  return vaultFiles(vault).length === 0;
}

/** A digest of which files lie in the vault:`,
    },
    { file: running, find: 'import { packagesDigest }', put: 'import { isEmpty, packagesDigest }' },
    {
      file: running,
      find: 'packagesDigest(vault.folder) || now < notBefore;',
      put: 'packagesDigest(vault.folder) || now < notBefore || isEmpty(vault.folder);',
    },
  ],
  noticed: {
    file: 'test/site/publisher/preparing.test.ts',
    test: 'half an hour ahead the site is prepared, whether anything is sealed or not: it tells nothing',
    says: /expected 'Next build at /,
  },
};

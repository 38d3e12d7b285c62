import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { clockAt, koreanStamp, parseInstant } from '../clock.ts';
import { commonOptions, runCommand } from '../command-line.ts';
import { readSettings } from '../settings.ts';
import { clearBytes } from './clear-bytes.ts';
import { makeIdentity, readIdentity } from './identity.ts';
import { listVault } from './list.ts';
import { identityFile, vaultFolder } from './places.ts';
import { seal } from './seal.ts';

const usage = `
npm run vault -- keygen                   make the identity of this machine, print the recipient to seal to
npm run vault -- seal FILE --at INSTANT   seal results until their instant; FILE is - for standard input
npm run vault -- list [--now INSTANT]     what lies sealed, for which instant and which notices

A package in clear is one JSON document in UTF-8, rows in the shape of the open API under the name of their operation:

  { "at": "2026-11-22T19:30:00+09:00", "rows": { "getAPTLttotPblancCmpet": [{ "HOUSE_MANAGE_NO": "2026000001", … }] } }

"at" may be left out when --at says it. The same document sealed elsewhere by "age -r RECIPIENT", armored or not, is a package
too once it lies in <DATA_DIR>/vault/ under a name that ends in .age; it needs its "at". Its size is not padded, so it tells
how much is in it.

list opens what it can when the identity is on this machine, and then says what is public anyway: instants and the numbers of
notices. How many rows there are and what stands in them it never says.

The identity lies in <DATA_DIR>/keys/vault.identity, or where VAULT_IDENTITY says. Who loses it loses what was sealed to it.
`;

await runCommand(usage, { ...commonOptions, at: { type: 'string' } }, async (values, [verb, file, ...more]) => {
  const settings = readSettings();
  const clock = clockAt(values.now);
  const folder = vaultFolder(settings);
  const keyFile = identityFile(settings);
  if (more.length > 0 || (verb !== 'seal' && file !== undefined))
    throw new Error(`There is a word too many.\n${usage.trimEnd()}`);
  switch (verb) {
    case 'keygen':
      console.log(await makeIdentity(keyFile));
      break;
    case 'seal': {
      if (file === undefined || values.at === undefined)
        throw new Error('Say what to seal and until when: npm run vault -- seal FILE --at 2026-11-22T19:30:00+09:00');
      const at = parseInstant(values.at);
      const { recipient } = await readIdentity(keyFile);
      const name = await seal(folder, recipient, await clearBytes(file), at);
      console.log(`Sealed until ${koreanStamp(at)}${at <= clock.now() ? ' (passed)' : ''}: ${join(folder, name)}`);
      if (file !== '-') console.log(`${file} is still there in clear. Delete it.`);
      break;
    }
    case 'list': {
      const identity = existsSync(keyFile) ? (await readIdentity(keyFile)).identity : null;
      const { lines, problems } = await listVault(folder, identity, clock.now());
      for (const line of lines) console.log(line);
      if (!identity) console.log(`Instants and notices are not shown: there is no identity in ${keyFile}.`);
      for (const problem of problems) console.error(problem);
      if (problems.length > 0) process.exitCode = 1;
      break;
    }
    default:
      throw new Error(`${verb ? `"${verb}" is no word of this command.` : 'Say what to do.'}\n${usage.trimEnd()}`);
  }
});

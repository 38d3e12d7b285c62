import { readdirSync, readFileSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { readPackage, type ClosedPackage, type Problem } from './closed-package.ts';
import { decrypt } from './decrypt.ts';
import { disclose } from './envelope.ts';
import { largestPackage } from './size-classes.ts';

/**
 * Opens what lies in the vault, one package after the other, and reads every row again. It stays in memory.
 * A file that cannot be opened comes with its problem, a sentence without its name; the others go on.
 * @param identity of this machine, `AGE-SECRET-KEY-1…`.
 */
export async function* openPackages(
  folder: string,
  identity: string,
): AsyncGenerator<{ file: string } & (ClosedPackage | Problem)> {
  for (const { file, problem } of vaultFiles(folder))
    yield { file, ...(problem === null ? await openPackage(join(folder, file), identity) : { problem }) };
}

/**
 * The files of the vault by name, and what is wrong with those that cannot be packages. Folders, and names that begin with a
 * dot, are no files of the vault: sealing works under such a name until it is done.
 */
export function vaultFiles(folder: string): { file: string; problem: string | null }[] {
  return entriesOf(folder)
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => ({ file: entry.name, problem: strangeness(entry) }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function strangeness(entry: Dirent) {
  if (!entry.isFile()) return 'It is a link or a device, not a file. Put the file itself there.';
  return entry.name.endsWith('.age') ? null : 'Its name does not end in .age. Remove what is no sealed package.';
}

async function openPackage(path: string, identity: string): Promise<ClosedPackage | Problem> {
  const bytes = bytesOf(path);
  if ('problem' in bytes) return bytes;
  const plaintext = await decrypt(bytes, identity);
  if ('problem' in plaintext) return plaintext;
  const clear = disclose(plaintext);
  return 'problem' in clear ? clear : readPackage(clear);
}

function bytesOf(path: string): Uint8Array | Problem {
  try {
    // Armor adds a third and its line ends.
    if (statSync(path).size > largestPackage * 1.5) return { problem: 'It is larger than a package can be.' };
    return readFileSync(path);
  } catch (error) {
    return { problem: `It cannot be read (${(error as NodeJS.ErrnoException).code}).` };
  }
}

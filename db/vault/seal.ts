import { randomBytes } from 'node:crypto';
import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Encrypter } from 'age-encryption';
import { readPackage } from './closed-package.ts';
import { enclose } from './envelope.ts';
import { privateFolder } from './private-folder.ts';
import { syncFolder, writeDurably } from './write-durably.ts';

/**
 * Seals a package in clear until its instant. Nothing of it touches the disk but padded ciphertext of 0600, under a name
 * that is random and complete as soon as it can be seen.
 * @returns the name of the file in `folder`.
 * @throws a sentence with operation, number of the row and fields of what is wrong, never with what stands in them.
 */
export async function seal(folder: string, recipient: string, clear: Uint8Array, at: Date) {
  const closed = readPackage(clear, at);
  if ('problem' in closed) throw new Error(`Nothing was sealed. ${closed.problem}`);
  const plaintext = enclose(closed);
  if (!plaintext) throw new Error('Nothing was sealed. It is larger than a package can be. Divide it by notices.');
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return putInto(folder, await encrypter.encrypt(plaintext));
}

function putInto(folder: string, ciphertext: Uint8Array) {
  privateFolder(folder);
  const name = `${randomBytes(16).toString('hex')}.age`;
  const unfinished = join(folder, `.${name}.part`);
  try {
    writeDurably(unfinished, ciphertext);
    removeOlder(folder, unfinished);
    renameSync(unfinished, join(folder, name));
  } finally {
    rmSync(unfinished, { force: true });
  }
  syncFolder(folder);
  return name;
}

/** Clears away what killed seals have left: they are an hour older than this one, so no other process is at work on them. */
function removeOlder(folder: string, unfinished: string) {
  const { mtimeMs } = statSync(unfinished);
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.age.part'))) {
    const other = statSync(join(folder, name), { throwIfNoEntry: false });
    if (other && mtimeMs - other.mtimeMs > 3_600_000) rmSync(join(folder, name), { force: true });
  }
}

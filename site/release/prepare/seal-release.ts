import { randomBytes } from 'node:crypto';
import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Encrypter } from 'age-encryption';
import { privateFolder } from '../../../db/vault/private-folder.ts';
import { syncFolder, writeDurably } from '../../../db/vault/write-durably.ts';
import { digestOf } from '../seal-file.ts';
import type { Purpose, SealedNote } from './sealed-note.ts';
import { noteOf, releasesOf, type SealedRelease } from './sealed-releases.ts';

/** `plaintext` is what `encloseRelease` has made for the same `note`. */
export type ToSeal = { vault: string; recipient: string; plaintext: Uint8Array; note: Purpose };

/**
 * Seals a release until its instant: ciphertext of 0600 under a random name, and then its note, which makes it one. Both are on
 * the disk when this returns. What killed seals have left is cleared away.
 */
export async function sealRelease({ vault, recipient, plaintext, note: purpose }: ToSeal): Promise<SealedRelease> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const ciphertext = Buffer.from(await encrypter.encrypt(plaintext));
  const folder = releasesOf(vault);
  privateFolder(vault);
  privateFolder(folder);
  const file = `${randomBytes(16).toString('hex')}.age`;
  const note: SealedNote = { format: 1, ...purpose, sha256: digestOf(ciphertext), bytes: ciphertext.length };
  putInto(folder, file, ciphertext);
  removeOlder(folder, file);
  putInto(folder, noteOf(file), `${JSON.stringify(note)}\n`);
  return { file, path: join(folder, file), note };
}

/** Whole from the moment that its name can be seen. */
function putInto(folder: string, name: string, content: string | Uint8Array) {
  const unfinished = join(folder, `.${name}.part`);
  try {
    writeDurably(unfinished, content);
    renameSync(unfinished, join(folder, name));
  } finally {
    rmSync(unfinished, { force: true });
  }
  syncFolder(folder);
}

/**
 * Unfinished files, and ciphertexts without a note, of which no other process can be at work: they are an hour older than the
 * new one.
 */
function removeOlder(folder: string, file: string) {
  const names = new Set(readdirSync(folder));
  const { mtimeMs } = statSync(join(folder, file));
  for (const name of names) {
    if (!name.endsWith('.part') && (!name.endsWith('.age') || names.has(noteOf(name)))) continue;
    const left = statSync(join(folder, name), { throwIfNoEntry: false });
    if (left && mtimeMs - left.mtimeMs > 3_600_000) rmSync(join(folder, name), { force: true });
  }
}

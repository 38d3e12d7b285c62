import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { privateFolder } from './private-folder.ts';
import { writeDurably } from './write-durably.ts';

/**
 * Makes an age X25519 identity in the form of age-keygen, 0600, in a folder of 0700 if there was none.
 * @returns its recipient, `age1…`, which anybody may know.
 * @throws a sentence when the file is there: a new one could not open what was sealed to it.
 */
export async function makeIdentity(file: string) {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  if (!existsSync(dirname(file))) privateFolder(dirname(file));
  try {
    writeDurably(file, `# public key: ${recipient}\n${identity}\n`);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? alreadyThere(file) : error;
  }
  return recipient;
}

/**
 * Reads what keygen, or age-keygen, has written.
 * @throws a sentence when it is missing, damaged or open to others. It never carries what stands in the file.
 */
export async function readIdentity(file: string) {
  const identity = textOf(file)
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line.startsWith('AGE-SECRET-KEY-1'));
  const recipient = identity && (await recipientOf(identity));
  if (!recipient) throw new Error(`${file} holds no age X25519 identity, or a damaged one. Put the right file there.`);
  return { identity, recipient };
}

function textOf(file: string) {
  if (!existsSync(file)) throw new Error(`There is no identity in ${file}. Make one: npm run vault -- keygen`);
  if ((statSync(file).mode & 0o077) !== 0)
    throw new Error(`${file} can be read by others than its owner. Close it, chmod 600 ${file}, or make a new one.`);
  return readFileSync(file, 'utf8');
}

/** The library's error would print the identity, so nothing of it goes on. */
async function recipientOf(identity: string) {
  try {
    return await identityToRecipient(identity);
  } catch {
    return null;
  }
}

function alreadyThere(file: string) {
  return new Error(
    `${file} is there already and was left alone: a new one could not open what was sealed to it. ` +
      'Its line "# public key" names the recipient. Move the file away to make another.',
  );
}

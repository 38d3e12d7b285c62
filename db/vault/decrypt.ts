import { armor, Decrypter } from 'age-encryption';
import type { Problem } from './closed-package.ts';

const armored = /^\s*-----BEGIN AGE ENCRYPTED FILE-----/;
const binary = 'age-encryption.org/v1\n';

/**
 * Decrypts an age file, armored or not. A damaged one gives nothing of its plaintext.
 * @returns the plaintext, or why there is none; what the library says is left out, so that no message depends on content.
 */
export async function decrypt(file: Uint8Array, identity: string): Promise<Uint8Array | Problem> {
  const start = Buffer.from(file.subarray(0, 256)).toString('latin1');
  if (!armored.test(start) && !start.startsWith(binary)) return { problem: 'It is no file of age.' };
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    return await decrypter.decrypt(armored.test(start) ? armor.decode(Buffer.from(file).toString('latin1')) : file);
  } catch (error) {
    return {
      problem: /no identity matched/.test((error as Error).message)
        ? 'It was sealed to another recipient than the one of this machine, or its head is damaged.'
        : 'It is damaged or cut off. Ask for it again.',
    };
  }
}

import { randomBytes } from 'node:crypto';
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { expect, test } from 'vitest';
import { decryptRelease } from '../../../../site/release/prepare/decrypt-release.ts';

async function encrypted(plaintext: Uint8Array) {
  const identity = await generateX25519Identity();
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(identity));
  return { identity, file: Buffer.from(await encrypter.encrypt(plaintext)) };
}

const chunk = 65_536;

test.each([0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk, 300 * chunk, 300 * chunk + 7])(
  'what the library has encrypted comes out again: %i bytes',
  async (bytes) => {
    const plaintext = randomBytes(bytes);
    const { file, identity } = await encrypted(plaintext);
    expect(plaintext.equals((await decryptRelease(file, identity)) as Buffer)).toBe(true);
  },
);

test.each([
  ['another identity', async (file: Buffer) => ({ file, identity: await generateX25519Identity() })],
  ['no identity', (file: Buffer) => ({ file, identity: 'AGE-SECRET-KEY-1' })],
  ['no file of age', (_: Buffer, identity: string) => ({ file: Buffer.from('{}'), identity })],
  ['an empty file', (_: Buffer, identity: string) => ({ file: Buffer.alloc(0), identity })],
  ['a header without its payload', (file: Buffer, identity: string) => ({ file: file.subarray(0, -27), identity })],
])('with %s there is a sentence, and nothing of the key in it', async (_, other) => {
  const { file, identity } = await encrypted(Buffer.from('closed data'));
  const given = await other(file, identity);
  const outcome = await decryptRelease(given.file, given.identity);
  expect(outcome).toEqual({
    problem: 'It is damaged or cut off, or was sealed to another recipient than the one of this machine.',
  });
});

import type { Fault } from '../fault.ts';

export const nameFromADigest: Fault = {
  name: 'a sealed package named by the digest of its rates, which anybody can try all values of',
  happened: 'the address of a forecast of the OBR could be guessed, 2025',
  edits: [
    {
      file: 'db/vault/seal.ts',
      find: "import { randomBytes } from 'node:crypto';",
      put: "import { createHash } from 'node:crypto';",
    },
    {
      file: 'db/vault/seal.ts',
      find: 'return putInto(folder, await encrypter.encrypt(plaintext));',
      put: `const digest = createHash('sha256').update(plaintext).digest('hex');
  return putInto(folder, digest.slice(0, 32), await encrypter.encrypt(plaintext));`,
    },
    {
      file: 'db/vault/seal.ts',
      find: 'function putInto(folder: string, ciphertext: Uint8Array) {',
      put: 'function putInto(folder: string, digest: string, ciphertext: Uint8Array) {',
    },
    {
      file: 'db/vault/seal.ts',
      find: "const name = `${randomBytes(16).toString('hex')}.age`;",
      put: 'const name = `${digest}.age`;',
    },
  ],
  noticed: {
    file: 'test/db/vault/seal.test.ts',
    test: 'a name is 128 random bits: the same package never has the same one',
    says: /not to be '[0-9a-f]{32}\.age'/,
  },
};

import { createSecretKey, randomBytes } from 'node:crypto';
import { assert, property, uint8Array } from 'fast-check';
import { expect, test } from 'vitest';
import { keyIdOf, seal, sealedBy, unseal } from '../../../db/subscribers/sealed.ts';

const key = createSecretKey(randomBytes(32));
const of = 'address of channel 1';

test('what is sealed can be opened with its key, for whom it was sealed', () => {
  assert(
    property(uint8Array(), (plain) => {
      const sealed = seal(key, 7, of, plain);
      expect(keyIdOf(sealed)).toBe(7);
      expect(sealed.subarray(0, 5)).toEqual(sealedBy(7));
      expect(Buffer.compare(unseal(key, of, sealed), plain)).toBe(0);
    }),
  );
});

test('nothing is sealed twice to the same bytes', () => {
  const plain = Buffer.from('kim@example.kr');
  const all = Array.from({ length: 2_000 }, () => seal(key, 1, of, plain).toString('hex'));
  expect(new Set(all).size).toBe(all.length);
});

test('another key, another channel, or any byte that has changed opens nothing, and the sentence tells nothing', () => {
  const sealed = seal(key, 7, of, Buffer.from('kim@example.kr'));
  const refused = (open: () => unknown) => {
    expect(open).toThrow('cannot be decrypted: its bytes are damaged, or keys/addresses.json is not the one');
    expect(open).not.toThrow('kim');
  };
  refused(() => unseal(createSecretKey(randomBytes(32)), of, sealed));
  refused(() => unseal(key, 'address of channel 2', sealed));
  refused(() => unseal(key, of, Buffer.alloc(0)));
  for (let i = 0; i < sealed.length; i++) {
    const changed = Buffer.from(sealed);
    changed[i]! ^= 1;
    refused(() => unseal(key, of, changed));
    refused(() => unseal(key, of, sealed.subarray(0, i)));
  }
});

import { createDecipheriv, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { nodeSeal, openSslSeal } from '../../../../notifier/senders/push/seal.ts';

const openSsl = await openSslSeal();

/** What whoever has the key reads. @throws where a byte has changed. */
function opened(key: Buffer, nonce: Buffer, sealed: Buffer) {
  const decipher = createDecipheriv('aes-128-gcm', key, nonce, { authTagLength: 16 });
  decipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
}

test('OpenSSL is reached where koffi has a binary', () => expect(openSsl).not.toBeNull());

describe.each([
  ['Node', nodeSeal],
  ['OpenSSL', openSsl!],
])('a seal by %s', (_, seal) => {
  test.each([0, 1, 15, 16, 1_946, 4_000])('of %i bytes is opened with its key, nonce and tag', (size) => {
    for (let i = 0; i < 3; i++) {
      const [key, nonce, plain] = [randomBytes(16), randomBytes(12), randomBytes(size)];
      const to = Buffer.alloc(7 + size + 16);
      seal(key, nonce, plain, to.subarray(7));
      expect(opened(key, nonce, to.subarray(7))).toEqual(plain);
      expect(to.subarray(0, 7)).toEqual(Buffer.alloc(7));
      to[7 + size]! ^= 1;
      expect(() => opened(key, nonce, to.subarray(7))).toThrow();
    }
  });

  test('of the same is another with another key or nonce', () => {
    const seals = [0, 1, 2].map((i) => {
      const to = Buffer.alloc(32);
      seal(Buffer.alloc(16, i & 1), Buffer.alloc(12, i & 2), Buffer.alloc(16), to);
      return to.toString('hex');
    });
    expect(new Set(seals).size).toBe(3);
  });
});

test('OpenSSL writes nowhere but where there is room', () => {
  const [key, nonce, plain] = [Buffer.alloc(16), Buffer.alloc(12), Buffer.alloc(16)];
  expect(() => openSsl!(key, nonce, plain, Buffer.alloc(31))).toThrow('room');
  expect(() => openSsl!(key.subarray(1), nonce, plain, Buffer.alloc(32))).toThrow('key');
  expect(() => openSsl!(key, nonce.subarray(1), plain, Buffer.alloc(32))).toThrow('nonce');
});

test('OpenSSL is not used where it cannot be called, or seals otherwise', async () => {
  expect(await openSslSeal(() => Promise.reject(new Error('Cannot find the native Koffi module')))).toBeNull();
  expect(await openSslSeal(() => Promise.resolve({ func: () => () => 1 }))).toBeNull();
});

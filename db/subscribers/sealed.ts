import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';
import { random } from './random.ts';

/*
 * AES-256-GCM. Layout: version (1), id of the key (4, big-endian), nonce (12), ciphertext, tag (16). The header and the words that
 * say whose it is are authenticated, so that nothing can be moved from one channel to another. Keys are objects: Node takes five times as
 * long with their bytes.
 */

const version = 1;
const [headerLength, nonceLength, tagLength] = [5, 12, 16];

/** What ciphertext of a key begins with. */
export function sealedBy(keyId: number) {
  const header = Buffer.alloc(headerLength);
  header[0] = version;
  header.writeUInt32BE(keyId, 1);
  return header;
}

/** @param of whose it is and what, `address of channel 12`. */
export function seal(key: KeyObject, keyId: number, of: string, plain: Uint8Array) {
  const header = sealedBy(keyId);
  const nonce = random(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.concat([header, Buffer.from(of)]));
  const body = cipher.update(plain);
  return Buffer.concat([header, nonce, body, cipher.final(), cipher.getAuthTag()]);
}

/** Id of the key that opens it. */
export function keyIdOf(sealed: Buffer) {
  return sealed.readUInt32BE(1);
}

/** @throws a sentence without anything of what is sealed, when the key is another or a byte has changed. */
export function unseal(key: KeyObject, of: string, sealed: Buffer) {
  try {
    if (sealed[0] !== version) throw new Error('another version');
    const nonceEnd = headerLength + nonceLength;
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(headerLength, nonceEnd), {
      authTagLength: tagLength,
    });
    decipher.setAAD(Buffer.concat([sealed.subarray(0, headerLength), Buffer.from(of)]));
    decipher.setAuthTag(sealed.subarray(-tagLength));
    return Buffer.concat([decipher.update(sealed.subarray(nonceEnd, -tagLength)), decipher.final()]);
  } catch {
    throw new Error(
      `The ${of} cannot be decrypted: its bytes are damaged, or keys/addresses.json is not the one it was sealed with. ` +
        'Put the right keys back, or restore a backup.',
    );
  }
}

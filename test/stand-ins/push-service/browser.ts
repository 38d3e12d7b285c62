import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';

export type Browser = {
  keys: { p256dh: string; auth: string };
  /** Opens a message as a browser does. @throws when it is not for this browser or breaks RFC 8188 or 8291. */
  open(body: Buffer): string;
};

/** A browser's half of RFC 8291: two keys, and what opens messages. @param given keys, for the example of the RFC. */
export function browserOf(given?: { privateKey: string; auth: string }): Browser {
  const own = createECDH('prime256v1');
  if (given) own.setPrivateKey(given.privateKey, 'base64url');
  else own.generateKeys();
  const auth = given ? Buffer.from(given.auth, 'base64url') : randomBytes(16);
  const point = own.getPublicKey();
  return {
    keys: { p256dh: point.toString('base64url'), auth: auth.toString('base64url') },
    open(body) {
      const salt = body.subarray(0, 16);
      const recordSize = body.readUInt32BE(16);
      const sender = body.subarray(21, 21 + body[20]!);
      const record = body.subarray(21 + body[20]!);
      if (record.length > recordSize) throw new Error('There is more than one record.');
      const about = Buffer.concat([Buffer.from('WebPush: info\0'), point, sender]);
      const input = Buffer.from(hkdfSync('sha256', own.computeSecret(sender), auth, about, 32));
      const key = hkdfSync('sha256', input, salt, 'Content-Encoding: aes128gcm\0', 16);
      const nonce = hkdfSync('sha256', input, salt, 'Content-Encoding: nonce\0', 12);
      const decipher = createDecipheriv('aes-128-gcm', Buffer.from(key), Buffer.from(nonce));
      decipher.setAuthTag(record.subarray(-16));
      const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
      const end = padded.findLastIndex((byte) => byte !== 0);
      if (padded[end] !== 2) throw new Error('The last record does not end with the octet 2.');
      return padded.subarray(0, end).toString('utf8');
    },
  };
}

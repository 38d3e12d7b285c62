import { hash, randomFillSync } from 'node:crypto';
import { nodeAgreement, openSslAgreement } from './key-agreement.ts';
import { bodySize } from './payload.ts';
import { nodeSeal, openSslSeal } from './seal.ts';

/**
 * Encrypts a payload for one browser and pads it to `bodySize`: aes128gcm (RFC 8188) with the keys of RFC 8291, a fresh key pair
 * and salt for every message. `web-push` takes four times as long for the same and cannot pad.
 * @param point of the browser, 65 bytes, checked when it subscribed. @param secret of the browser, 16 bytes.
 * @throws when the point is not on the curve.
 */
export function encrypt(payload: Uint8Array, point: Uint8Array, secret: Uint8Array): Buffer {
  const { ownPoint, shared } = agree(point);
  about.set(point, 14);
  about.set(ownPoint, 14 + 65);
  const input = hmac(hmac(secret, shared), about);

  const body = Buffer.allocUnsafe(bodySize);
  const salt = nextSalt();
  body.set(salt);
  body.writeUInt32BE(recordSize, 16);
  body[20] = ownPoint.length;
  body.set(ownPoint, 21);

  const between = hmac(salt, input);
  const key = hmac(between, aboutContent).subarray(0, 16);
  const nonce = hmac(between, aboutNonce).subarray(0, 12);
  padded.fill(0, payload.length + 1).set(payload);
  padded[payload.length] = 2; // ends the last record: zeros follow
  seal(key, nonce, padded, body.subarray(head));
  return body;
}

const recordSize = 4_096;
const head = 86;
const tag = 16;
/** HKDF-Expand (RFC 5869) of one block is an HMAC of what it is about and the octet 1. */
const aboutContent = Buffer.from(`Content-Encoding: aes128gcm\0\x01`);
const aboutNonce = Buffer.from(`Content-Encoding: nonce\0\x01`);

const agree = (await openSslAgreement()) ?? nodeAgreement();
const seal = (await openSslSeal()) ?? nodeSeal;

/* What follows is used anew for each message, which costs less than to allocate it: nothing here waits in between. */
const about = Buffer.from(`WebPush: info\0${'\0'.repeat(130)}\x01`);
const padded = Buffer.alloc(bodySize - head - tag);
const inner = Buffer.alloc(64 + about.length);
const outer = Buffer.alloc(64 + 32);

/* Salts are drawn by the page: a draw takes a twentieth of a message, and a salt is no secret. */
const salts = Buffer.alloc(4_096);
let usedSalts = salts.length;

/** 16 bytes that no other message has. */
function nextSalt() {
  if (usedSalts === salts.length) {
    randomFillSync(salts);
    usedSalts = 0;
  }
  return salts.subarray(usedSalts, (usedSalts += 16));
}

/** HMAC-SHA-256 (RFC 2104) with a key of up to 64 bytes, by two one-shot hashes: a third of what createHmac takes. */
function hmac(key: Uint8Array, data: Uint8Array) {
  inner.fill(0x36, 0, 64);
  outer.fill(0x5c, 0, 64);
  for (let at = 0; at < key.length; at++) {
    inner[at]! ^= key[at]!;
    outer[at]! ^= key[at]!;
  }
  inner.set(data, 64);
  outer.write(hash('sha256', inner.subarray(0, 64 + data.length), 'binary'), 64, 'latin1');
  return Buffer.from(hash('sha256', outer, 'binary'), 'latin1');
}

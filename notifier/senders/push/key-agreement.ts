import { createECDH } from 'node:crypto';
import { openSsl, type Library } from './open-ssl.ts';

/**
 * Makes a fresh P-256 key pair and agrees on a secret with a browser (ECDH as RFC 8291 §3.1 wants it for every message).
 * What it returns is written over by the next call.
 * @param point of the browser, uncompressed, 65 bytes.
 * @throws when the point is not on the curve.
 */
export type KeyAgreement = (point: Uint8Array) => {
  /** 65 bytes. */
  ownPoint: Uint8Array;
  /** 32 bytes. */
  shared: Uint8Array;
};

/** By Node's own object, which checks the key pair it has just made before it uses it: that takes longer than the agreement. */
export function nodeAgreement(): KeyAgreement {
  const own = createECDH('prime256v1');
  return (point) => ({ ownPoint: own.generateKeys(), shared: own.computeSecret(point) });
}

/**
 * By the same OpenSSL, called without Node in between: half the time.
 * @returns null where this machine has no binary of koffi, or this Node no OpenSSL that agrees with Node's own object.
 * @see https://docs.openssl.org/3.5/man3/EC_KEY_new/
 */
export async function openSslAgreement(library = openSsl): Promise<KeyAgreement | null> {
  try {
    const agree = bind(await library());
    const browser = createECDH('prime256v1');
    const { ownPoint, shared } = agree(browser.generateKeys());
    return browser.computeSecret(ownPoint).equals(shared) ? agree : null;
  } catch {
    return null;
  }
}

/** OpenSSL's name for P-256, and its form of a point that is not compressed. */
const curve = 415;
const uncompressed = 4;

function bind(library: Library): KeyAgreement {
  const newKey = library.func('void *EC_KEY_new_by_curve_name(int curve)');
  const groupOf = library.func('void *EC_KEY_get0_group(void *key)');
  const newPoint = library.func('void *EC_POINT_new(void *group)');
  const readPoint = library.func(
    'int EC_POINT_oct2point(void *group, void *to, const uint8_t *from, size_t size, void *)',
  );
  const generate = library.func('int EC_KEY_generate_key(void *key)');
  const pointOf = library.func('void *EC_KEY_get0_public_key(void *key)');
  const writePoint = library.func(
    'size_t EC_POINT_point2oct(void *group, void *from, int form, _Out_ uint8_t *to, size_t size, void *)',
  );
  const compute = library.func('int ECDH_compute_key(_Out_ uint8_t *to, size_t size, void *point, void *key, void *)');
  const forgetErrors = library.func('void ERR_clear_error()');

  /* What is asked for here lives as long as the thread. */
  const own = newKey(curve);
  const group = own && groupOf(own);
  const theirs = group && newPoint(group);
  if (!theirs) throw new Error('OpenSSL gives no key on P-256.');
  const ownPoint = new Uint8Array(65);
  const shared = new Uint8Array(32);

  return (point) => {
    const agreed =
      readPoint(group, theirs, point, point.length, null) === 1 &&
      generate(own) === 1 &&
      writePoint(group, pointOf(own), uncompressed, ownPoint, ownPoint.length, null) === ownPoint.length &&
      compute(shared, shared.length, theirs, own, null) === shared.length;
    if (agreed) return { ownPoint, shared };
    forgetErrors(); // OpenSSL keeps them for this thread: the next TLS call would take them for its own
    throw new Error('No key could be agreed on: the point is not on the curve.');
  };
}

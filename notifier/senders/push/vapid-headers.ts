import { createPrivateKey, sign } from 'node:crypto';
import type { VapidKey } from '../../keys/vapid.ts';

/** The Authorization header with which a push service knows us (RFC 8292 §3): one a service and key, good for hours. */
export type VapidHeaders = (origin: string, key: VapidKey, now: Date) => string;

/** Hours. Apple refuses a token that is renewed all the time; RFC 8292 refuses one for more than a day. */
const life = { renewed: 6, valid: 12 };
const hour = 3_600_000;

/** @param subject whom a push service may write to: `mailto:` or `https:`. */
export function vapidHeaders(subject: string): VapidHeaders {
  const signed = new Map<string, { at: number; header: string }>();
  return (origin, key, now) => {
    const name = `${origin} ${key.id}`;
    const known = signed.get(name);
    const at = now.getTime();
    // A clock that was set far back would leave a token that is valid for longer than a day.
    if (known && Math.abs(at - known.at) < life.renewed * hour) return known.header;
    const header = `vapid t=${tokenOf(origin, subject, key, at + life.valid * hour)}, k=${key.publicKey}`;
    signed.set(name, { at, header });
    return header;
  };
}

/** The contact among the settings that a push service accepts. */
export function vapidSubject({
  SECURITY_CONTACT,
  SITE_URL,
}: {
  SECURITY_CONTACT?: string | undefined;
  SITE_URL: string;
}) {
  return SECURITY_CONTACT ?? SITE_URL.replace(/^http:/, 'https:');
}

function tokenOf(aud: string, sub: string, { publicKey, privateKey }: VapidKey, expires: number) {
  const claims = { aud, exp: Math.floor(expires / 1000), sub };
  const signedPart = [{ typ: 'JWT', alg: 'ES256' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const point = Buffer.from(publicKey, 'base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'));
  const key = createPrivateKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x: x!, y: y!, d: privateKey } });
  const signature = sign('sha256', Buffer.from(signedPart), { key, dsaEncoding: 'ieee-p1363' });
  return `${signedPart}.${signature.toString('base64url')}`;
}

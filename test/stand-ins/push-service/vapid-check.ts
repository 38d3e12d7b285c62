import { createPublicKey, verify } from 'node:crypto';

const known = new Set<string>();

/** Whether an Authorization header is one by RFC 8292: signed with the key that it names, for this service, for a day at most. */
export function knowsToken(header: string, origin: string, now: Date) {
  const [, token, key] = /^vapid t=([\w.-]+), k=([\w-]{87})$/.exec(header) ?? [];
  if (!token || !key) return false;
  const [head, claims, signature] = token.split('.');
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims!, 'base64url').toString()) as Record<string, string>;
  const seconds = Number(exp) - now.getTime() / 1000;
  if (aud !== origin || seconds <= 0 || seconds > 86_400 || !/^(mailto:|https:)/.test(sub!)) return false;
  if (known.has(header)) return true;
  const point = Buffer.from(key, 'base64url');
  const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')];
  const publicKey = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x, y } });
  const good = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature!, 'base64url'),
  );
  if (good) known.add(header);
  return good;
}

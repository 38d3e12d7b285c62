import { createECDH } from 'node:crypto';
import { z } from 'zod';
import type { Address } from '../../../db/subscribers/channel.ts';
import type { VapidKeys } from '../../keys/vapid.ts';
import type { PushHosts } from './push-hosts.ts';

export type PushAddress = Extract<Address, { by: 'push' }>;

const base64url = z.string().regex(/^[\w-]+={0,2}$/);
const schema = z.object({
  endpoint: z.string().max(2_000),
  keys: z.object({ p256dh: base64url.max(90), auth: base64url.max(24) }),
  /** The VAPID key with which the browser subscribed, its id or the public key itself; the newest where it says none. */
  vapidKey: z.string().max(90).optional(),
});

/**
 * Checks what a browser says of its subscription (PushSubscription.toJSON).
 * @returns where the channel leads, or a sentence for the person, who can do nothing but subscribe again.
 */
export function checkSubscription(said: unknown, hosts: PushHosts, vapid: VapidKeys): PushAddress | string {
  const read = schema.safeParse(said);
  if (!read.success) return unreadable;
  const { endpoint, keys, vapidKey } = read.data;
  const key = vapidKey === undefined ? vapid.newest() : vapid.of(vapidKey.replace(/=+$/, ''));
  const p256dh = Buffer.from(keys.p256dh, 'base64url');
  const auth = Buffer.from(keys.auth, 'base64url');
  if (auth.length !== 16 || !isPoint(p256dh) || !key) return unreadable;
  const host = hosts.of(endpoint);
  if (!host) return unknownService;
  return {
    by: 'push',
    endpoint: host.origin + host.path,
    p256dh: p256dh.toString('base64url'),
    auth: auth.toString('base64url'),
    vapidKey: key.id,
  };
}

const unreadable = '브라우저가 알려 준 알림 주소를 읽을 수 없습니다. 이 기기의 알림을 끄고 다시 신청해 주세요.';
const unknownService =
  '이 브라우저의 알림 서비스는 아직 지원하지 않습니다. 다른 브라우저를 쓰거나 전자우편으로 신청해 주세요.';

/** An uncompressed point on P-256: OpenSSL refuses to convert what is not on the curve. */
function isPoint(key: Buffer) {
  if (key.length !== 65 || key[0] !== 4) return false;
  const own = createECDH('prime256v1');
  own.generateKeys();
  try {
    own.computeSecret(key);
    return true;
  } catch {
    return false;
  }
}

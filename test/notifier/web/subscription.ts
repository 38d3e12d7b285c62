import { createECDH, randomBytes } from 'node:crypto';
import type { PushPut } from '../../../db/alert-pages.ts';

/** What a browser says of a subscription that it has just made. */
export function subscription(
  vapidKey: string,
  endpoint = `https://fcm.googleapis.com/fcm/send/${randomBytes(12).toString('hex')}`,
): PushPut {
  const own = createECDH('prime256v1');
  return {
    endpoint,
    keys: { p256dh: own.generateKeys().toString('base64url'), auth: randomBytes(16).toString('base64url') },
    vapidKey,
  };
}

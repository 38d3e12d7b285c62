import type { PushStanding } from '../senders/push/services-known.ts';

/** Which push services refuse which of our keys now, in a sentence; null when none does. */
export function keysAtRest({ quarantined }: PushStanding) {
  if (quarantined.length === 0) return null;
  const all = quarantined.map(({ origin, key }) => `${new URL(origin).host} (VAPID key ${key})`);
  return `Push services refuse what we send, and are left alone for a while: ${all.join(', ')}.`;
}

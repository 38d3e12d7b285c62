import type { PushPut } from '../../../db/alert-pages.ts';

/** What a subscription is, as the notifier takes it. */
export function putOf(subscription: PushSubscription): PushPut {
  const { endpoint, keys } = subscription.toJSON() as Pick<PushPut, 'endpoint' | 'keys'>;
  return { endpoint, keys, vapidKey: keyOf(subscription) };
}

/** The public key that it was made with, base64url. */
export function keyOf({ options: { applicationServerKey } }: PushSubscription) {
  const bytes = String.fromCharCode(...new Uint8Array(applicationServerKey ?? new ArrayBuffer()));
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Null where this browser has none. */
export async function subscriptionOf(registration: ServiceWorkerRegistration | undefined) {
  return (await registration?.pushManager?.getSubscription()) ?? null;
}

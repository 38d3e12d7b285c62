import type { PushPut, PushState, Wishes } from '../../../db/alert-pages.ts';
import { askNotifier, type Told } from './ask-notifier.ts';

/** The subscription of this browser; null where there is none. */
export async function subscriptionHere() {
  const registration = 'serviceWorker' in navigator ? await navigator.serviceWorker.getRegistration('/') : undefined;
  return (await registration?.pushManager?.getSubscription()) ?? null;
}

/** Tells the notifier of the subscription as it is, and hears what it is told of. */
export function showAgain(subscription: PushSubscription) {
  return askNotifier<PushState>('PUT', 'push', putOf(subscription));
}

/**
 * Subscribes with the newest key, unless that has been done, and tells the notifier what is wanted. A subscription that the notifier
 * does not take is given up again. The permission has been given before.
 */
export async function subscribe(wishes: Wishes | undefined, agreed: string | undefined): Promise<Told<PushState>> {
  const newest = await askNotifier<{ key: string }>('GET', 'key');
  if (!('data' in newest)) return newest;
  await navigator.serviceWorker.register('/sw.js');
  const { pushManager } = await navigator.serviceWorker.ready;
  const before = await pushManager.getSubscription();
  const kept = before && keyOf(before) === newest.data.key ? before : null;
  // A browser has one subscription, and refuses another key while there is one.
  if (!kept) await before?.unsubscribe();
  const now = kept ?? (await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: newest.data.key }));
  const was = before && !kept ? { was: before.endpoint } : {};
  const told = await askNotifier<PushState>('PUT', 'push', { ...putOf(now), wishes, agreed, ...was });
  if (!('data' in told) && !before) await now.unsubscribe();
  return told;
}

/** True where a newer key has taken the place of the one that this browser subscribed with. */
export async function hasOldKey(subscription: PushSubscription) {
  const newest = await askNotifier<{ key: string }>('GET', 'key');
  return 'data' in newest && newest.data.key !== keyOf(subscription);
}

/** Ends it here and there. Where the notifier cannot be reached, it learns from the push service that nobody is there. */
export async function end(subscription: PushSubscription, forget: boolean) {
  const told = await askNotifier('DELETE', 'push', { endpoint: subscription.endpoint, forget });
  if (forget && !('data' in told)) return told;
  await subscription.unsubscribe();
  return { data: {} };
}

function putOf(subscription: PushSubscription): PushPut {
  const { endpoint, keys } = subscription.toJSON() as Pick<PushPut, 'endpoint' | 'keys'>;
  return { endpoint, keys, vapidKey: keyOf(subscription) };
}

function keyOf({ options: { applicationServerKey } }: PushSubscription) {
  const bytes = String.fromCharCode(...new Uint8Array(applicationServerKey ?? new ArrayBuffer()));
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

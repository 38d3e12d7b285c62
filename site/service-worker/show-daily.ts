import { systemClock } from '../../db/clock.ts';
import { tellNotifier } from './push.ts';
import { scope } from './scope.ts';

/** Where it stands when it was done last, in a cache of its own: a worker has no other memory. */
const [shelf, note] = ['alerts', '/last-shown'];
const day = 86_400_000;

/**
 * Shows the notifier the subscription of this device once a day, when a page is opened: push services change endpoints without a word,
 * and a device that is not shown may have been forgotten. What fails is tried the next day.
 */
export async function showDaily() {
  try {
    const subscription = await scope.registration.pushManager?.getSubscription();
    if (!subscription) return;
    const cache = await caches.open(shelf);
    const last = Number((await (await cache.match(note))?.text()) ?? 0);
    const now = systemClock.now().getTime();
    if (now - last < day && now >= last) return;
    await cache.put(note, new Response(String(now)));
    await tellNotifier(subscription);
  } catch {
    return; // without a connection, or where the browser keeps nothing, the page is what counts
  }
}

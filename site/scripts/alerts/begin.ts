import type { PushState } from '../../../db/alert-pages.ts';
import type { Told } from './ask-notifier.ts';
import { dropTold, lastTold, type Wanted } from './last-told.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { subscriptionOf } from './subscription.ts';
import { tellNotifier } from './tell-notifier.ts';

/**
 * Begins the alerts of this device, or changes them. A subscription that the notifier does not take is given up again, unless there
 * was one before. The permission has been given.
 */
export function begin(wanted: Wanted): Promise<Told<PushState>> {
  return oneAtATime(async () => {
    await navigator.serviceWorker.register('/sw.js');
    const registration = await navigator.serviceWorker.ready;
    const [here, last] = [await subscriptionOf(registration), await lastTold()];
    const told = await tellNotifier({ registration, here, last }, wanted);
    if (!('data' in told) && !here && !last) {
      await (await subscriptionOf(registration))?.unsubscribe();
      await dropTold();
    }
    return told;
  });
}

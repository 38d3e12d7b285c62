import { askNotifier, type Told } from './ask-notifier.ts';
import { dropTold, keepTold, lastTold } from './last-told.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { subscriptionOf } from './subscription.ts';

/**
 * Ends the alerts of this device, here and at the notifier, under the address that it has and the one that the notifier knows.
 * @param forget to erase everything there. Where the notifier cannot be told, all stays as it is, so that it can be tried again.
 * @returns why the notifier could not be told. Without `forget` it has ended here nevertheless: the push service says so to the notifier.
 */
export function leave(registration: ServiceWorkerRegistration | undefined, forget: boolean): Promise<Told<object>> {
  return oneAtATime(async () => {
    const [here, last] = [await subscriptionOf(registration), await lastTold()];
    // First: whatever fails from here on, nothing on this device brings anybody back.
    await dropTold();
    let said: Told<object> = { data: {} };
    for (const endpoint of new Set([here?.endpoint, last?.endpoint])) {
      if (!endpoint) continue;
      const told = await askNotifier('DELETE', 'push', { endpoint, forget });
      if (!('data' in told)) said = told;
    }
    if (forget && !('data' in said)) {
      if (last) await keepTold(last);
      return said;
    }
    await here?.unsubscribe();
    return said;
  });
}

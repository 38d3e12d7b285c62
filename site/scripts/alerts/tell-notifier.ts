import type { PushPut, PushState } from '../../../db/alert-pages.ts';
import { askNotifier, type Told } from './ask-notifier.ts';
import { keepTold, type LastTold, type Wanted } from './last-told.ts';
import { keyOf, putOf } from './subscription.ts';

type Device = {
  registration: ServiceWorkerRegistration;
  /** The subscription of this browser, and what the notifier took of it before. */
  here: PushSubscription | null;
  last: LastTold | null;
};

/** The notifier's answer. `mended`: it had not been telling this device, and does again. */
type Heard = Told<PushState> & { mended?: boolean };

/**
 * Tells the notifier where this device is told, under the newest key, and what it was before until that has been taken. Whom the
 * notifier does not know, though nobody has left here, it is asked to tell again of what it told before.
 * @param wanted what somebody has just chosen and agreed to.
 * @throws what the browser says where it does not subscribe.
 */
export async function tellNotifier({ registration, here, last }: Device, wanted?: Wanted): Promise<Heard> {
  const newest = await askNotifier<{ key: string }>('GET', 'key');
  if (!('data' in newest)) return newest;
  const { key } = newest.data;
  // The notifier has to hear of the old endpoint, whatever becomes of the next steps.
  if (here && !last) await keepTold({ endpoint: here.endpoint });
  const was = (last ?? here)?.endpoint;
  // A browser has one subscription, and refuses another key while there is one.
  if (here && keyOf(here) !== key) await here.unsubscribe();
  const now =
    here && keyOf(here) === key
      ? here
      : await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  const put: PushPut = { ...putOf(now), ...(was !== now.endpoint && { was }) };
  let told = await askNotifier<PushState>('PUT', 'push', { ...put, ...wanted });
  const unknown = 'why' in told && told.why === 'unknown';
  const again = !wanted && unknown && last?.wanted;
  if (again) told = await askNotifier<PushState>('PUT', 'push', { ...put, ...again, again: true });
  if (!('data' in told)) return told;
  await keepTold({ endpoint: now.endpoint, wanted: wantedIn(told.data) });
  return { ...told, mended: !wanted && (!here || unknown) };
}

function wantedIn({ wishes, consents }: PushState): Wanted {
  return { wishes, agreed: consents.findLast(({ what }) => what !== 'ended')?.words ?? '' };
}

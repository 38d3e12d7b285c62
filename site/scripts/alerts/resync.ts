import type { PushState, Refusal, Wishes } from '../../../db/alert-pages.ts';
import { dropTold, lastTold } from './last-told.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { subscriptionOf } from './subscription.ts';
import { tellNotifier } from './tell-notifier.ts';

/** How it stands with the alerts of this device. `wishes`: what was told of before, as far as it is known here. */
export type Standing =
  | { is: 'none' }
  /** `mended`: it had stopped, and was begun again. */
  | { is: 'on'; state: PushState; mended: boolean }
  /** The browser does not allow them any more. */
  | { is: 'blocked'; wishes: Wishes | undefined }
  /** Nothing comes any more, and only a person can change that. */
  | { is: 'stopped'; wishes: Wishes | undefined }
  /** The notifier could not be asked, or the browser does not subscribe now. */
  | { is: 'unknown'; wishes: Wishes | undefined };

/** Shows the notifier what this browser has, and mends what has come apart. A device that gets no alerts asks for nothing. */
export function resync(registration: ServiceWorkerRegistration): Promise<Standing> {
  return oneAtATime(async () => {
    const [here, last] = [await subscriptionOf(registration), await lastTold()];
    if (!here && !last) return { is: 'none' };
    const wishes = last?.wanted?.wishes;
    if (Notification.permission !== 'granted') return { is: 'blocked', wishes };
    const told = await tellNotifier({ registration, here, last }).catch(() => null);
    if (!told) return { is: 'unknown', wishes };
    if ('data' in told) return { is: 'on', state: told.data, mended: told.mended ?? false };
    // They have left elsewhere, or it is not known what they wanted: nothing here asks for it again.
    if (told.why === 'unknown') await dropTold();
    return { is: told.why && final.has(told.why) ? 'stopped' : 'unknown', wishes };
  });
}

/** A notifier that says this will say the same next time. */
const final: ReadonlySet<Refusal> = new Set(['unknown', 'not agreed', 'nothing chosen', 'unreadable']);

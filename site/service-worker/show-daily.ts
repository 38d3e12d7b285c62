import { systemClock } from '../../db/clock.ts';
import { keepTold, lastTold } from '../scripts/alerts/last-told.ts';
import { resync } from '../scripts/alerts/resync.ts';
import { showOfDevice } from './push.ts';
import { scope, type Changed } from './scope.ts';

/** Where it stands when it is to be done again, in the cache of what is kept of alerts: a worker has no other memory. */
const [shelf, note] = ['alerts', '/alerts/next-show'];
type Note = {
  /** In milliseconds since 1970. */
  next: number;
  /** The reader has been told that nothing comes any more. */
  stopped: boolean;
};

const [day, hour] = [86_400_000, 3_600_000];

/**
 * Shows the notifier the subscription of this device once a day, when a page is opened: push services change endpoints without a word,
 * and a device that is not shown may have been forgotten. What the notifier has not taken is tried again an hour later.
 */
export async function showDaily() {
  try {
    const now = systemClock.now().getTime();
    const { next } = await noted();
    // A clock that has been set back waits no longer than others.
    if (now >= next || next - now > day) await showNow();
  } catch {
    return; // where the browser keeps or shows nothing, the page is what counts
  }
}

/** Tells the notifier of the address that takes the place of an old one. What fails here is made up for when a page is opened. */
export async function resyncPushed({ oldSubscription: old, newSubscription }: Changed) {
  if (!(await lastTold())) {
    // Nobody asked for alerts, or all that is known is where they went to.
    if (!old || !newSubscription) return;
    await keepTold({ endpoint: old.endpoint });
  }
  await showNow();
}

/** The reader hears when alerts had stopped, once each time; who goes on getting them is not disturbed. */
async function showNow() {
  const { stopped } = await noted();
  const standing = await resync(scope.registration);
  if (standing.is === 'none' || standing.is === 'blocked') return;
  const isStopped = standing.is === 'stopped' || (standing.is === 'unknown' && stopped);
  const next = systemClock.now().getTime() + (standing.is === 'on' ? day : hour);
  await keepNote({ next, stopped: isStopped });
  if (standing.is === 'on' && standing.mended)
    await showOfDevice('이 기기의 알림이 끊겨 있어서 다시 시작했습니다. 그동안의 소식은 오지 않았을 수 있습니다.');
  if (standing.is === 'stopped' && !stopped)
    await showOfDevice('이 기기의 알림이 멈췄습니다. 계속 받으려면 눌러서 다시 신청해 주세요.');
}

async function noted(): Promise<Note> {
  return (await (await caches.match(note, { cacheName: shelf }))?.json()) ?? { next: 0, stopped: false };
}

async function keepNote(said: Note) {
  await (await caches.open(shelf)).put(note, new Response(JSON.stringify(said)));
}

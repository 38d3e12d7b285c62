import type { Wishes } from '../../../db/alert-pages.ts';

/** What the notifier last took of this device. It is there for as long as nobody has left here. */
export type LastTold = {
  /** Where the notifier sends to, which may not be where this browser listens any more. */
  endpoint: string;
  /** What it tells; not known before the notifier has said it once. */
  wanted?: Wanted;
};

/** What somebody wants to be told of, and which version of the words they agreed to for that. */
export type Wanted = { wishes: Wishes; agreed: string };

/** A cache: the one memory that a page and the service worker share. Below /alerts/, where no page is kept. */
const [shelf, name] = ['alerts', '/alerts/device'];

/** Null where this device gets no alerts, or the browser keeps nothing. */
export async function lastTold(): Promise<LastTold | null> {
  try {
    return (await (await caches.match(name, { cacheName: shelf }))?.json()) ?? null;
  } catch {
    return null;
  }
}

/** What cannot be kept is no reason to fail: the notifier knows it, too. */
export async function keepTold(told: LastTold) {
  try {
    await (await caches.open(shelf)).put(name, new Response(JSON.stringify(told)));
  } catch {
    return;
  }
}

/** Nothing on this device asks for alerts by itself any more. */
export async function dropTold() {
  if ('caches' in globalThis) await caches.delete(shelf);
}

/** Whether something of alerts is kept here. */
export async function hasTold() {
  return 'caches' in globalThis && (await caches.has(shelf));
}

import { onTestFinished, vi } from 'vitest';
import { agreedWords, type Wishes } from '../../../db/alert-pages.ts';
import { systemClock } from '../../../db/clock.ts';
import { keepTold } from '../../../site/scripts/alerts/last-told.ts';
import { resync } from '../../../site/scripts/alerts/resync.ts';
import { subscription } from '../../notifier/web/subscription.ts';
import { webHere, wished } from '../../notifier/web/web-here.ts';

export const wishes = wished as Wishes;

/**
 * A browser as a page or a service worker has it around itself, with memory, permission and subscription, and a real notifier behind it.
 * The push service alone is made up.
 */
export async function deviceHere() {
  const web = await webHere();
  const kept = new Map<string, Map<string, Response>>();
  const asked: { method: string; path: string; body: Record<string, unknown> }[] = [];
  const shown: { body: string; navigate: string }[] = [];
  const device = {
    web,
    asked,
    shown,
    /** What the browser has; null where it has lost it. */
    here: null as ReturnType<typeof made> | null,
    refusesToSubscribe: false,
    /** Answers in the place of the notifier while it is set. */
    instead: null as (() => Response) | null,
    permission: 'granted' as NotificationPermission,
    registration: {} as ServiceWorkerRegistration,
    /** Somebody has subscribed here and agreed; the notifier has taken it. */
    async told() {
      device.here = made(web.vapid.newest().publicKey);
      await keepTold({ endpoint: device.here.endpoint, wanted: { wishes, agreed: agreedWords } });
      const body = JSON.stringify({ ...device.here.put, wishes, agreed: agreedWords });
      await fetch('/alerts/push', { method: 'PUT', body });
      asked.length = 0;
      return (await device.idOf(device.here.endpoint))!;
    },
    idOf: (endpoint: string) => web.store.find({ endpoint }),
    stateOf: async (endpoint: string) => {
      const id = await web.store.find({ endpoint });
      return id === null ? null : ((await web.store.receipt(id))?.state ?? null);
    },
    /** The browser has another endpoint from now on, and says nothing. */
    moves: () => (device.here = made(device.here!.put.vapidKey)),
    resync: () => resync(device.registration),
    /** Moves the clock on, by milliseconds. */
    pass(ms: number) {
      web.clock.pass(ms);
    },
  };

  function made(vapidKey: string) {
    const put = subscription(vapidKey);
    return {
      put,
      endpoint: put.endpoint,
      options: { applicationServerKey: new Uint8Array(Buffer.from(vapidKey, 'base64url')).buffer },
      toJSON: () => ({ endpoint: put.endpoint, expirationTime: null, keys: put.keys }),
      unsubscribe: async () => {
        device.here = null;
        return true;
      },
    };
  }

  const shelf = (name: string) => kept.get(name) ?? kept.set(name, new Map()).get(name)!;
  Object.assign(device.registration, {
    pushManager: {
      getSubscription: async () => device.here,
      subscribe: async ({ applicationServerKey }: { applicationServerKey: string }) => {
        if (device.refusesToSubscribe) throw new DOMException('no', 'AbortError');
        return (device.here = made(applicationServerKey));
      },
    },
    showNotification: async (_: string, { body, data }: { body: string; data: { navigate: string } }) =>
      void shown.push({ body, navigate: data.navigate }),
  });
  vi.stubGlobal('registration', device.registration);
  vi.stubGlobal('Notification', {
    get permission() {
      return device.permission;
    },
  });
  vi.stubGlobal('caches', {
    open: async (name: string) => ({ put: async (key: string, answer: Response) => shelf(name).set(key, answer) }),
    match: async (key: string, { cacheName }: { cacheName: string }) => kept.get(cacheName)?.get(key)?.clone(),
    has: async (name: string) => kept.has(name),
    delete: async (name: string) => kept.delete(name),
  });
  const fetched = globalThis.fetch;
  vi.stubGlobal('fetch', async (path: string | URL, init: RequestInit = {}) => {
    if (typeof path !== 'string' || !path.startsWith('/')) return fetched(path, init);
    const { method = 'GET', body = null } = init;
    asked.push({ method, path, body: JSON.parse(typeof body === 'string' ? body : '{}') });
    if (device.instead) return device.instead();
    const headers = { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' };
    return fetched(`http://127.0.0.1:${web.port}${path}`, { method, body, headers });
  });
  vi.spyOn(systemClock, 'now').mockImplementation(() => web.clock.now());
  onTestFinished(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });
  return device;
}

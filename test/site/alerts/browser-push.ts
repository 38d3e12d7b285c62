import { createECDH, randomBytes } from 'node:crypto';
import type { BrowserContext } from 'playwright-core';

/**
 * Lets a browser without a push service subscribe: what it would be given is made up here, with keys as they are. What is asked of the
 * reader is answered by `permission`; `none`: the browser knows no push at all.
 * @param given the subscription that it gets, of a push service on this machine.
 */
export async function browserPush(
  context: BrowserContext,
  permission: 'granted' | 'denied' | 'default' | 'none',
  given?: { endpoint: string; keys: { p256dh: string; auth: string } },
) {
  const keys = given?.keys ?? {
    p256dh: createECDH('prime256v1').generateKeys().toString('base64url'),
    auth: randomBytes(16).toString('base64url'),
  };
  await context.addInitScript(standIn, { keys, permission, given: given?.endpoint });
}

/** Runs in the page, before its own scripts. */
type StandIn = { keys: Record<string, string>; permission: string; given: string | undefined };

function standIn({ keys, permission, given }: StandIn) {
  if (permission === 'none') {
    Reflect.deleteProperty(globalThis, 'PushManager');
    return;
  }
  const place = 'stand-in';
  let answer = permission === 'denied' ? 'denied' : 'default';
  Object.defineProperty(Notification, 'permission', { get: () => answer });
  Notification.requestPermission = async () => {
    document.documentElement.dataset['asked'] = 'yes';
    return (answer = permission) as NotificationPermission;
  };
  if (localStorage.getItem(place)) answer = permission;
  const bytesOf = (key: string) =>
    Uint8Array.from(atob(key.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0)).buffer;
  const made = (text: string | null) => {
    if (!text) return null;
    const { endpoint, key } = JSON.parse(text) as { endpoint: string; key: string };
    return {
      endpoint,
      options: { applicationServerKey: bytesOf(key), userVisibleOnly: true },
      toJSON: () => ({ endpoint, expirationTime: null, keys }),
      unsubscribe: async () => {
        localStorage.removeItem(place);
        return true;
      },
    };
  };
  Object.assign(PushManager.prototype, {
    getSubscription: async () => made(localStorage.getItem(place)),
    subscribe: async ({ applicationServerKey: key }: { applicationServerKey: string }) => {
      const endpoint = given ?? `https://fcm.googleapis.com/fcm/send/${crypto.randomUUID()}`;
      localStorage.setItem(place, JSON.stringify({ endpoint, key }));
      return made(localStorage.getItem(place));
    },
  });
}

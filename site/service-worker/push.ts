import { scope, type Changed, type Clicked, type Pushed } from './scope.ts';

/** What is shown when a message cannot be read: a push without a notification would cost the permission. */
const general = {
  title: '청약등대',
  body: '새로운 소식이 있습니다. 눌러서 확인해 주십시오.',
  navigate: '/',
  tag: 'news',
};

/** Shows what a message in the shape of Declarative Web Push says; Safari from 18.4 on does so without us. */
export function showPushed({ data }: Pushed) {
  const { title, body, navigate, tag } = { ...general, ...notificationIn(data) };
  const icon = '/icons/192.png';
  return scope.registration.showNotification(title, { body, tag, lang: 'ko-KR', icon, data: { navigate } });
}

/** Brings the page of a notification to the front, or opens it. */
export async function openPushed({ notification }: Clicked) {
  notification.close();
  const page = new URL(ownPage((notification.data as { navigate?: unknown } | null)?.navigate), location.origin).href;
  const open = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const there = open.find(({ url }) => url === page);
  await (there ? there.focus() : scope.clients.openWindow(page));
}

/** Tells the notifier of the address that takes the place of an old one. What fails here is made up for on the next visit. */
export async function resyncPushed({ oldSubscription: old, newSubscription }: Changed) {
  const options = old?.options;
  const renewed =
    newSubscription ?? (options?.applicationServerKey ? await scope.registration.pushManager.subscribe(options) : null);
  if (!renewed) return;
  await tellNotifier(renewed, old?.endpoint);
}

/** Shows the notifier a subscription, in the place of the endpoint that it had before. */
export function tellNotifier(subscription: PushSubscription, was?: string) {
  const vapidKey = base64url(subscription.options.applicationServerKey ?? new ArrayBuffer());
  const body = JSON.stringify({ ...subscription.toJSON(), vapidKey, was });
  return fetch('/alerts/push', { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body });
}

function notificationIn(data: Pushed['data']) {
  try {
    const { notification } = data!.json() as { notification: Record<string, unknown> };
    const texts = Object.entries(notification).filter(([, text]) => typeof text === 'string' && text !== '');
    return typeof notification['title'] === 'string' ? (Object.fromEntries(texts) as Partial<typeof general>) : {};
  } catch {
    return {};
  }
}

/** A page of this site, whatever a message names. */
function ownPage(path: unknown) {
  const url = typeof path === 'string' ? URL.parse(path, location.origin) : null;
  return url?.origin === location.origin ? url.href : '/';
}

function base64url(bytes: ArrayBuffer) {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

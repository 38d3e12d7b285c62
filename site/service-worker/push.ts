import { scope, type Clicked, type Pushed, type Window } from './scope.ts';

/** What is shown when a message cannot be read: a push without a notification would cost the permission. */
const general = {
  title: '청약등대',
  body: '새로운 소식이 있습니다. 눌러서 확인해 주세요.',
  navigate: '/',
  tag: 'news',
};

/** How long a press waits for the page to come anew before it is shown as it is, in milliseconds. */
const patience = 3_000;

/** Shows what a message in the shape of Declarative Web Push says; Safari from 18.4 on does so without us. */
export function showPushed({ data }: Pushed) {
  return show({ ...general, ...notificationIn(data) });
}

/** Says something of the alerts of this device themselves; a press leads to where they are begun. */
export function showOfDevice(body: string) {
  return show({ ...general, body, navigate: '/alerts/', tag: 'device' });
}

/** Shows the page of a notification as it is now: anew where it is open, which may be since before what the alert tells. */
export async function openPushed({ notification }: Clicked) {
  notification.close();
  const page = new URL(ownPage((notification.data as { navigate?: unknown } | null)?.navigate), location.origin).href;
  const open = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const there = open.find(({ url }) => url === page);
  if (!there || !(await shownAnew(there, page))) await scope.clients.openWindow(page);
}

/** False where the window is not ours to lead, or may not be brought to the front. */
async function shownAnew(there: Window, page: string) {
  // A press may bring a window to the front for a few seconds only.
  const late = new Promise<null>((resolve) => setTimeout(resolve, patience, null));
  try {
    await ((await Promise.race([there.navigate(page), late])) ?? there).focus();
    return true;
  } catch {
    return false;
  }
}

function show({ title, body, navigate, tag }: typeof general) {
  const icon = '/icons/192.png';
  return scope.registration.showNotification(title, { body, tag, lang: 'ko-KR', icon, data: { navigate } });
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
  try {
    const url = new URL(typeof path === 'string' ? path : '/', location.origin);
    return url.origin === location.origin ? url.href : '/';
  } catch {
    return '/';
  }
}

import { forgetAll } from '../kept.ts';

/** What is kept of alerts, by its name in `alerts/last-told.ts`. */
const alerts = 'alerts';
const said = document.querySelector('#privacy-said')!;

document.querySelector('#privacy-forget')!.addEventListener('click', () => {
  said.textContent = '';
  forgetDevice().then(
    (words) => (said.textContent = words),
    () => (said.textContent = '지우지 못했습니다. 브라우저 설정에서 이 사이트의 자료를 지워 주세요.'),
  );
});

/**
 * Takes away what this site has left in the browser: choices, kept pages, alerts, and the worker that keeps them. Alerts stay where the
 * notifier cannot be told, so that what it has can still be erased from here.
 */
async function forgetDevice() {
  forgetAll();
  if (!(await forgetAlerts())) {
    await dropCaches((name) => name !== alerts);
    return '알림을 뺀 나머지를 모두 지웠습니다. 알림 서버에 연결되지 않아 이 기기의 알림은 지우지 못했습니다. 잠시 뒤에 다시 눌러 주세요.';
  }
  // Neither is there where the page did not come over HTTPS, or the browser keeps nothing.
  if ('serviceWorker' in navigator) {
    const workers = await navigator.serviceWorker.getRegistrations();
    await Promise.all(workers.map((worker) => worker.unregister()));
  }
  await dropCaches(() => true);
  return '이 기기에 저장된 것을 모두 지웠습니다.';
}

/** Ends the alerts of this device and erases what the notifier has of it. False where it could not be told; true where there are none. */
async function forgetAlerts() {
  const registration = 'serviceWorker' in navigator ? await navigator.serviceWorker.getRegistration('/') : undefined;
  const isKept = 'caches' in globalThis && (await caches.has(alerts));
  if (!isKept && !(await registration?.pushManager?.getSubscription())) return true;
  const { leave } = await import('../alerts/leave.ts');
  return 'data' in (await leave(registration, true));
}

async function dropCaches(which: (name: string) => boolean) {
  if ('caches' in globalThis) for (const name of (await caches.keys()).filter(which)) await caches.delete(name);
}

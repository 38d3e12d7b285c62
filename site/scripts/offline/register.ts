import { whenAtRest } from '../when-at-rest.ts';

/** Lets the service worker in when the page has come to rest. Where there can be none, the site works without. */
export function registerWorker() {
  if (!('serviceWorker' in navigator)) return;
  whenAtRest(() => void register().catch(() => {}));
}

async function register() {
  const known = navigator.serviceWorker.controller !== null;
  await navigator.serviceWorker.register('/sw.js');
  if (known) return;
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage({ visited: location.pathname });
}

import { answerAsset, answerList } from './answer-file.ts';
import { answerPage, keepPage } from './answer-page.ts';
import { holdJust } from './kept.ts';
import { openPushed, showPushed } from './push.ts';
import { scope } from './scope.ts';
import { dropOldShells, keepShell } from './shell.ts';
import { resyncPushed, showDaily } from './show-daily.ts';

/*
 * Keeps pages that somebody visited or saved for a time without connection, on the device alone, and shows alerts. A new version
 * takes over at once: files have their digest in their names, so two versions cannot mix.
 */

scope.addEventListener('install', (event) => {
  event.waitUntil(keepShell().then(() => scope.skipWaiting()));
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(dropOldShells().then(() => scope.clients.claim()));
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') {
    event.respondWith(answerPage(event));
    // The page of alerts does so itself, and says what came of it.
    if (pathname !== '/alerts/') event.waitUntil(showDaily());
  } else if (pathname.startsWith('/_astro/')) event.respondWith(answerAsset(event));
  else if (/^\/(search|map|compare)\/[\w-]+\.json$/.test(pathname)) event.respondWith(answerList(event));
});

scope.addEventListener('message', (event) => {
  const { saved, visited } = (event.data ?? {}) as { saved?: unknown; visited?: unknown };
  if (typeof visited === 'string') event.waitUntil(keepPage(visited));
  if (Array.isArray(saved)) event.waitUntil(holdJust('saved', saved.filter(isNoticePage)));
});

scope.addEventListener('push', (event) => event.waitUntil(showPushed(event)));
scope.addEventListener('notificationclick', (event) => event.waitUntil(openPushed(event)));
scope.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(resyncPushed(event)));

function isNoticePage(path: unknown): path is string {
  return typeof path === 'string' && /^\/notices\/\d{10}\/$/.test(path);
}

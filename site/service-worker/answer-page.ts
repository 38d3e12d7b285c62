import { find, put } from './kept.ts';
import { offlinePage } from './shell.ts';
import type { Asked } from './scope.ts';
import { withNote } from './with-note.ts';

/** A kept page is shown rather than letting somebody wait longer, in milliseconds. */
const patience = 5_000;
/** Results are never shown from a cache: there they could be past the hour at which something else is official. */
const neverKept = /^\/(results|status|alerts|data|feeds|offline)\//;

/** The page from the network; without a connection, or where that is slow, as it was kept, which is said on it. */
export async function answerPage(event: Asked) {
  const { request } = event;
  const { pathname } = new URL(request.url);
  const mayKeep = !neverKept.test(pathname);
  const fetched = fetch(request).then((answer) => {
    if (mayKeep) event.waitUntil(put('pages', request, answer.clone()));
    return answer;
  });
  const kept = mayKeep ? await find(request, true) : undefined;
  try {
    return await (kept ? soonEnough(fetched) : fetched);
  } catch {
    return kept ? withNote(kept) : ((await caches.match(offlinePage)) ?? Response.error());
  }
}

/** Keeps the page on which the worker came to be, with the files that it needs: their requests came before the worker. */
export async function keepPage(path: string) {
  if (neverKept.test(path)) return;
  const page = new Request(path);
  const answer = await fetch(page);
  const html = await answer.clone().text();
  await put('pages', page, answer);
  for (const [, file] of html.matchAll(/(?:href|src)="(\/_astro\/[^"]+)"/g)) {
    const asset = new Request(file!);
    if (!(await find(asset))) await put('assets', asset, await fetch(asset));
  }
}

function soonEnough(fetched: Promise<Response>) {
  const tired = new Promise<never>((_, reject) => setTimeout(reject, patience, new Error('slow')));
  return Promise.race([fetched, tired]);
}

import { makeRoom } from './make-room.ts';

/* The page of the search: what it takes is fetched when somebody comes to the box, or with a query in the address. */

const root = document.querySelector<HTMLElement>('[data-search-page]')!;
const start = () => void import('./page.ts').then(({ startPage }) => startPage(root));

if (new URLSearchParams(location.search).get('q')) {
  makeRoom(root, '[data-search-ways]', '[data-search-found]');
  start();
} else root.querySelector('form')!.addEventListener('focusin', start, { once: true });

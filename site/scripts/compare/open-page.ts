import { savedNotices } from '../saved/saved.ts';
import { chosenNotices, readChosen } from './chosen.ts';

/*
 * The page of the comparison: what its address names, else what was put together on this device. With neither, and no favourite
 * to offer, what it takes is fetched when somebody comes to the search.
 */

const root = document.querySelector<HTMLElement>('[data-compare]')!;
const named = new URLSearchParams(location.search).get('n');
const chosen = named === null ? chosenNotices() : readChosen(named);
const start = () => void import('./page.ts').then(({ startPage }) => startPage(root, chosen));

if (chosen.length > 0 || savedNotices().length > 0) start();
else {
  root.querySelector<HTMLElement>('[data-compare-none]')!.hidden = false;
  root.addEventListener('focusin', start, { once: true });
}

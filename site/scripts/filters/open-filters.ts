import { makeRoom } from '../search/make-room.ts';

/*
 * The filters of the lists. Nothing of them is fetched until somebody opens them, or comes by an address that has some; the list
 * that stands in the page gives its place to what they find.
 */

const root = document.querySelector<HTMLElement>('[data-filters]')!;
const start = () => void import('./filters.ts').then(({ startFilters }) => startFilters(root));

if (location.search.length > 1) {
  makeRoom(root, '[data-filters-all]', '[data-filters-found]');
  start();
} else root.querySelector('details')!.addEventListener('toggle', start, { once: true });

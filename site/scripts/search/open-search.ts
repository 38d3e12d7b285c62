/*
 * Search from everywhere: the header's link and the key "/" open a box over the page, and the box on a page offers what it finds
 * while somebody types. All that it takes is fetched when it is first asked for; until then, and where that fails, the link leads
 * to the page of the search.
 */

const box = '[data-search-box] input';
const rest = () => import('./dialog.ts');

addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('[data-search]');
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || !opens()) return;
  event.preventDefault();
  open();
});

addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey, target } = event;
  if (key !== '/' || ctrlKey || metaKey || altKey || (target as Element).closest('input, textarea, select, dialog'))
    return;
  const input = document.querySelector<HTMLInputElement>(`main ${box}`);
  if (!input && !opens()) return;
  event.preventDefault();
  if (input) input.focus();
  else open();
});

addEventListener('focusin', (event) => {
  const input = event.target as Element;
  if (input.matches(`${box}:not([role])`)) void rest().then(({ assist }) => assist(input.closest('form')!));
});

/** False on the page of the search, and on one that may fetch nothing. */
function opens() {
  return !document.querySelector('[data-search-page], meta[http-equiv="Content-Security-Policy"]');
}

function open() {
  rest().then(
    ({ openDialog }) => openDialog(),
    () => location.assign('/search/'),
  );
}

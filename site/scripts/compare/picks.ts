import type { Sight } from '../saved/saved.ts';
import { part } from '../search/parts.ts';

/** Favourites that are offered at a time. */
const most = 12;

/**
 * Lets notices be added from the search of the page and from the favourites.
 * @returns what shows other favourites from now on.
 */
export function offerPicks(root: HTMLElement, add: (id: string) => void) {
  const form = root.querySelector<HTMLFormElement>('form')!;
  const input = form.querySelector('input')!;
  const section = root.querySelector<HTMLElement>('[data-compare-saved]')!;
  const list = section.querySelector('ul')!;

  form.addEventListener('click', (event) => {
    const option = (event.target as Element).closest('a');
    if (option && pick(option)) event.preventDefault();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const first = [...form.querySelectorAll('a')].find(noticeOf);
    if (first) pick(first);
  });

  return (favourites: Sight[]) => {
    list.replaceChildren(...favourites.slice(0, most).map(({ id, name }) => part('li', '', button(id, name))));
    section.hidden = favourites.length === 0;
  };

  function pick(option: HTMLAnchorElement) {
    const id = noticeOf(option);
    if (!id) return false;
    input.value = '';
    // What was found goes with the words.
    input.dispatchEvent(new Event('input', { bubbles: true }));
    add(id);
    return true;
  }

  function button(id: string, name: string) {
    const element = part('button', 'compare-pick', name) as HTMLButtonElement;
    element.type = 'button';
    element.addEventListener('click', () => {
      add(id);
      input.focus();
    });
    return element;
  }
}

function noticeOf(link: HTMLAnchorElement) {
  return /^\/notices\/(\d{10})\/$/.exec(link.pathname)?.[1];
}

import { systemClock } from '../../../db/clock.ts';
import { listsNamed } from './lists.ts';
import { loadNotices, loadWhole } from './load-index.ts';
import { link, part } from './parts.ts';
import type { Prepared } from './prepare.ts';
import { search } from './search.ts';
import { dayNumberAt } from './state.ts';
import { insteadWords } from './said.ts';
import { wordsOf } from './words-of.ts';

/** Most notices, and most lists of many, that are offered at a time. */
const most = { notices: 7, lists: 2 };

/**
 * Makes the box of a form offer what it finds: a combobox with a list of links, after the pattern of the ARIA authoring
 * practices. Without a choice the form leads to the page of the search.
 */
export function assist(form: HTMLFormElement) {
  const input = form.querySelector('input')!;
  const status = form.querySelector('[role=status]')!;
  const list = listFor(input);
  const dialog = form.closest('dialog');
  form.append(list);
  let prepared: Prepared | null = null;
  let chosen = -1;

  const take = (index: Prepared) => {
    prepared = index;
    // Who has gone on to an option already keeps it.
    if (chosen < 0) offer();
  };
  loadNotices()
    .then(take)
    .then(loadWhole)
    .then(take)
    .catch(() => {
      if (!prepared) status.textContent = '지금은 찾을 수 없습니다. 잠시 뒤에 다시 해 보세요.';
    });

  input.addEventListener('input', offer);
  input.addEventListener('focus', offer);
  input.addEventListener('keydown', (event) => {
    const { key, isComposing } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') choose(key === 'ArrowDown' ? chosen + 1 : chosen - 1);
    else if (key === 'Enter' && chosen >= 0 && !isComposing) (list.children[chosen] as HTMLElement).click();
    // It would clear the box first.
    else if (key === 'Escape' && dialog) dialog.close();
    else if (key === 'Escape' && !list.hidden) show([]);
    else return;
    event.preventDefault();
  });
  form.addEventListener('focusout', (event) => {
    if (!dialog && !form.contains(event.relatedTarget as Node | null)) show([]);
  });

  function offer() {
    const typed = input.value.trim();
    if (typed === '') {
      status.textContent = '';
      show([]);
    } else if (!prepared) status.textContent = '공고를 불러오고 있습니다.';
    else show(found(prepared, typed));
  }

  function found(index: Prepared, typed: string) {
    const now = systemClock.now();
    const { hits, instead } = search(index, typed, dayNumberAt(now));
    const words = wordsOf(index.file, now);
    status.textContent = [
      insteadWords(instead, hits.length),
      hits.length > 0 ? `${hits.length}건` : '찾은 공고가 없습니다.',
    ]
      .filter(Boolean)
      .join(' ');
    const lists = listsNamed(index, typed, most.lists).map(({ href, words: name, count }) =>
      option(href, `${name} 공고 모두`, `${count}건`),
    );
    const notices = hits.slice(0, most.notices).map((hit) => {
      const badge = words.badge(hit);
      const element = option(`/notices/${hit.id}/`, hit.name, `${words.about(hit)} · ${words.month(hit)}`);
      if (badge) element.append(part('span', `badge ${badge.tone}`, badge.words));
      return element;
    });
    const rest =
      hits.length > most.notices
        ? [option(`/search/?q=${encodeURIComponent(typed)}`, `${hits.length}건 모두 보기`)]
        : [];
    return [...lists, ...notices, ...rest];
  }

  function show(options: HTMLElement[]) {
    options.forEach((each, i) => (each.id = `${list.id}-${i}`));
    list.replaceChildren(...options);
    list.hidden = options.length === 0;
    list.scrollTop = 0;
    input.setAttribute('aria-expanded', String(options.length > 0));
    choose(-1);
  }

  /** Goes round: past the last one the box itself is chosen again. */
  function choose(next: number) {
    const count = list.children.length;
    list.children[chosen]?.removeAttribute('aria-selected');
    chosen = next < -1 ? count - 1 : next >= count ? -1 : next;
    const current = list.children[chosen];
    current?.setAttribute('aria-selected', 'true');
    current?.scrollIntoView({ block: 'nearest' });
    if (current) input.setAttribute('aria-activedescendant', current.id);
    else input.removeAttribute('aria-activedescendant');
  }
}

function listFor(input: HTMLInputElement) {
  const list = part('div', 'search-options');
  list.id = `${input.id}-options`;
  list.role = 'listbox';
  list.ariaLabel = '찾은 공고';
  list.hidden = true;
  // The box keeps the focus while an option is pressed.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');
  return list;
}

function option(href: string, name: string, about?: string) {
  const element = link('search-option', href, part('strong', '', name));
  if (about) element.append(part('small', '', about));
  element.role = 'option';
  element.tabIndex = -1;
  return element;
}

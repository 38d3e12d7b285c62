import { systemClock } from '../../../db/clock.ts';
import { listsNamed } from './lists.ts';
import { loadNotices, loadWhole } from './load-index.ts';
import { link, part } from './parts.ts';
import type { Prepared } from './prepare.ts';
import { noticeRow } from './rows.ts';
import { insteadWords } from './said.ts';
import { search } from './search.ts';
import { dayNumberAt } from './state.ts';
import { wordsOf } from './words-of.ts';

/** Rows shown at first, and with each "더 보기". */
const step = 30;

/** Finds notices while somebody types. The query stands in the address, and how much was shown in the history. */
export function startPage(root: HTMLElement) {
  const one = (name: string) => root.querySelector<HTMLElement>(`[data-search-${name}]`)!;
  const [found, rows, lists, none, more, ways] = ['found', 'rows', 'lists', 'none', 'more', 'ways'].map(one) as Six;
  const form = root.querySelector('form')!;
  const input = form.querySelector('input')!;
  const status = form.querySelector('[role=status]')!;
  let index: Prepared | null = null;
  let shown = Number((history.state as { shown?: number } | null)?.shown) || step;

  // Somebody may have typed before this script had come.
  if (input.value !== '') remember();
  else input.value = new URLSearchParams(location.search).get('q')?.slice(0, input.maxLength) ?? '';
  show();
  loadNotices()
    .then(take)
    .then(loadWhole)
    .then(take)
    .catch(() => {
      if (index) return;
      status.textContent = '지금은 찾을 수 없습니다. 아래에서 지역이나 연도로 찾아보세요.';
      ways.hidden = false;
    });

  input.addEventListener('input', () => {
    remember();
    shown = step;
    show();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    links()[0]?.focus();
  });
  root.addEventListener('keydown', (event) => {
    const all = [input, ...links()];
    const here = all.indexOf(event.target as HTMLInputElement);
    const next = all[here + ({ ArrowDown: 1, ArrowUp: -1 }[event.key] ?? NaN)];
    if (here < 0 || !next) return;
    event.preventDefault();
    next.focus();
  });
  more.addEventListener('click', () => {
    const before = rows.children.length;
    shown += step;
    history.replaceState({ shown }, '');
    show();
    rows.children[before]?.querySelector('a')?.focus();
  });

  function remember() {
    const typed = input.value.trim();
    history.replaceState(null, '', typed === '' ? location.pathname : `?q=${encodeURIComponent(typed)}`);
  }

  function take(prepared: Prepared) {
    index = prepared;
    // Who has gone on to a result already keeps it.
    if (!found.contains(document.activeElement)) show();
  }

  function show() {
    const typed = input.value.trim();
    found.hidden = typed === '';
    if (typed === '' || !index) {
      ways.hidden = typed !== '';
      status.textContent = typed === '' ? '' : '공고를 불러오고 있습니다.';
      return;
    }
    const now = systemClock.now();
    const { hits, instead } = search(index, typed, dayNumberAt(now));
    const words = wordsOf(index.file, now);
    status.textContent = [insteadWords(instead, hits.length), `${hits.length}건`].filter(Boolean).join(' ');
    lists.replaceChildren(...listsNamed(index, typed, 3).map(listItem));
    rows.replaceChildren(...hits.slice(0, shown).map((hit) => noticeRow(words, hit)));
    more.hidden = hits.length <= shown;
    none.hidden = hits.length > 0;
    ways.hidden = hits.length > 0;
    found.classList.toggle('short', hits.length === 0);
  }

  function links() {
    return [...found.querySelectorAll<HTMLAnchorElement>('a')];
  }
}

type Six = [HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement];

function listItem({ href, words, count }: ReturnType<typeof listsNamed>[number]) {
  return part('li', '', link('', href, `${words} 공고 모두`, part('span', '', `${count}건`)));
}

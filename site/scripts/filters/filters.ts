import { systemClock } from '../../../db/clock.ts';
import { loadFacets, loadWhole } from '../search/load-index.ts';
import type { FacetsFile } from '../search/index-file.ts';
import type { Found } from '../search/notices.ts';
import type { Prepared } from '../search/prepare.ts';
import { part } from '../search/parts.ts';
import { noticeRow } from '../search/rows.ts';
import { wordsOf } from '../search/words-of.ts';
import { conditionsOf, orders, winnersOf, type Facts } from './conditions.ts';
import { factsOf } from './facts-words.ts';
import { clearCondition, conditionWords, fillForm, readForm } from './form.ts';

/** Rows shown at first, and with each "더 보기". */
const step = 30;

/** Fills the filters of a list with life: what is chosen is found at once, and stands in the address. */
export function startFilters(root: HTMLElement) {
  const one = (name: string) => root.querySelector<HTMLElement>(`[data-filters-${name}]`)!;
  const form = root.querySelector('form')!;
  const [status, count, rows, none, drops] = [one('said'), one('count'), one('rows'), one('none'), one('drops')];
  const more = one('more');
  const submit = form.querySelector<HTMLButtonElement>('[type=submit]')!;
  /** The list of a place or kind is narrowed to it before anything is chosen. */
  const fixed = new URLSearchParams(root.dataset['filters']);
  const past = history.state as { shown?: number; scrolled?: number } | null;
  let loaded: { index: Prepared; facets: FacetsFile } | null = null;

  if (location.search.length > 1) fillForm(form, new URLSearchParams(location.search));
  // Somebody may have chosen before this script had come.
  else if (readForm(form).size > 0) choose();
  show(step);
  load().then(begin, () => {
    status.textContent = '조건으로 고르는 자료를 불러오지 못했습니다. 잠시 뒤에 다시 해 보세요.';
    one('found').hidden = false;
    one('all').hidden = false;
  });

  form.addEventListener('input', (event) => {
    const field = event.target as HTMLInputElement;
    if (field.name === 'place') fillUnits(field.value);
    choose();
  });
  form.addEventListener('reset', () =>
    setTimeout(() => {
      fillUnits('');
      choose();
    }),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    root.querySelector('details')!.open = false;
    const heading = one('heading');
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: 'start' });
  });
  more.addEventListener('click', () => {
    const shown = rows.children.length;
    show(shown + step);
    rows.children[shown]?.querySelector('a')!.focus();
    history.replaceState({ ...history.state, shown: shown + step }, '');
  });
  addEventListener('pagehide', () => history.replaceState({ ...history.state, scrolled: scrollY }, ''));

  function begin(files: NonNullable<typeof loaded>) {
    loaded = files;
    fillCompanies(
      one('companies'),
      files.index.companies!.lists.map((list) => list!.words),
    );
    fillUnits(new FormData(form).get('place') as string | null);
    show(past?.shown ?? step);
    if (past?.scrolled) scrollTo({ top: past.scrolled, behavior: 'instant' });
  }

  function choose() {
    const query = readForm(form).toString();
    history.replaceState(null, '', query === '' ? location.pathname : `?${query}`);
    show(step);
  }

  function show(most: number) {
    const params = readForm(form);
    if (!loaded) {
      showWhich(params.size > 0);
      return;
    }
    const { index, facets } = loaded;
    const facts: Facts = { index, facets, now: systemClock.now() };
    const chosen = conditionsOf(params, facts);
    const filtered = chosen.length > 0 || params.has('sort');
    const found = matching([...conditionsOf(fixed, facts), ...chosen], facts);
    found.sort((orders[params.get('sort') ?? ''] ?? orders['closing']!)(facts));

    showWhich(filtered);
    count.textContent = `${chosen.length}개`;
    count.hidden = chosen.length === 0;
    submit.textContent = filtered ? `${found.length}건 보기` : '목록 보기';
    status.textContent = filtered ? `${found.length}건` : '';
    rows.replaceChildren(...rowsOf(found.slice(0, most), facts));
    more.hidden = found.length <= most;
    none.hidden = found.length > 0 || !filtered;
    if (found.length === 0) showDrops(dropsOf(chosen, facts));
  }

  /** What is found, or the list of the page. */
  function showWhich(filtered: boolean) {
    one('all').hidden = filtered;
    one('found').hidden = !filtered;
  }

  function showDrops(ways: HTMLElement[]) {
    one('advice').textContent =
      ways.length > 0 ? '조건을 하나 빼면 찾을 수 있습니다.' : '조건을 하나만 빼서는 찾을 수 없습니다.';
    drops.replaceChildren(
      ...ways,
      part(
        'li',
        '',
        button('모두 지우기', () => form.reset()),
      ),
    );
  }

  /** Which condition to take back, and what that would find. */
  function dropsOf(chosen: ReturnType<typeof conditionsOf>, facts: Facts) {
    const base = conditionsOf(fixed, facts);
    return chosen.flatMap((condition) => {
      const others = [...base, ...chosen.filter((each) => each !== condition)];
      const left = matching(others, facts).length;
      if (left === 0) return [];
      const { name, value } = condition;
      const words = `‘${conditionWords(form, name, value)}’ 빼기 (${left}건)`;
      const drop = button(words, () => {
        clearCondition(form, name, value);
        choose();
        one('heading').focus();
      });
      return [part('li', '', drop)];
    });
  }

  /** Offers the 시군구 of a province, and keeps the one that is chosen where it is among them. */
  function fillUnits(province: string | null) {
    const select = form.querySelector<HTMLSelectElement>('[name=unit]');
    if (!select || !loaded) return;
    const chosen = select.value;
    const within = province || (fixed.get('place') ?? 'none');
    const units = loaded.index.file.units.filter(([code]) => code.startsWith(within));
    const options = units
      .toSorted(([, a], [, b]) => a.localeCompare(b, 'ko'))
      .map(([code, name]) => new Option(name, code));
    select.replaceChildren(new Option('전체', ''), ...options);
    select.value = units.some(([code]) => code === chosen) ? chosen : '';
    select.disabled = options.length === 0;
  }
}

function matching(conditions: ReturnType<typeof conditionsOf>, { index }: Facts) {
  return index.notices.filter((notice) => conditions.every(({ test }) => test(notice)));
}

function rowsOf(notices: Found[], { index, facets, now }: Facts) {
  const words = wordsOf(index.file, now);
  return notices.map((notice) =>
    noticeRow(words, notice, {
      winners: winnersOf(facets, notice),
      households: facets.households[notice.at]!,
      facts: factsOf(facets, notice),
    }),
  );
}

async function load() {
  const [index, facets] = await Promise.all([loadWhole(), loadFacets()]);
  return { index, facets };
}

function fillCompanies(list: HTMLElement, names: string[]) {
  list.replaceChildren(...names.slice(0, 200).map((name) => new Option(name)));
}

function button(words: string, press: () => void) {
  const element = part('button', 'filters-drop', words);
  element.addEventListener('click', press);
  return element;
}

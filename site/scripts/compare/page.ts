import { koreanDay, systemClock } from '../../../db/clock.ts';
import { savedNotices } from '../saved/saved.ts';
import { choose, keyOf, mostCompared, writeChosen, type Chosen } from './chosen.ts';
import { columnOf, type Column } from './columns.ts';
import { loadCompared } from './load.ts';
import { passOn } from './pass-on.ts';
import { offerPicks } from './picks.ts';
import { groupsOf } from './rows.ts';
import { tableOf } from './table.ts';

/** Puts notices side by side. Which ones stands in the address, so that it can be passed on. */
export function startPage(root: HTMLElement, begun: Chosen[]) {
  const one = (name: string) => root.querySelector<HTMLElement>(`[data-compare-${name}]`)!;
  const [said, found, table, none] = [one('said'), one('found'), one('table'), one('none')];
  const differing = one('differing') as HTMLInputElement;
  let chosen = begun;
  let columns: Column[] = [];
  let asked = 0;

  differing.addEventListener('change', draw);
  one('print').addEventListener('click', () => print());
  one('share').addEventListener('click', () => void passOn(say));
  const picks = offerPicks(root, add);
  void show();

  async function show() {
    const mine = ++asked;
    picks(savedNotices().filter(({ id }) => !chosen.some((each) => each.id === id)));
    try {
      const notices = await Promise.all(chosen.map(({ id }) => loadCompared(id)));
      if (mine !== asked) return;
      columns = distinct(chosen.flatMap((each, i) => (notices[i] ? [columnOf(each, notices[i])] : [])));
      if (columns.length < chosen.length) say('없는 공고는 뺐습니다.');
      chosen = columns.map((column) => column.chosen);
      const query = chosen.length > 0 ? `?n=${writeChosen(chosen)}` : location.pathname;
      history.replaceState(history.state, '', query);
      draw();
    } catch {
      if (mine === asked) say('비교할 자료를 불러오지 못했습니다. 잠시 뒤에 다시 해 보세요.');
    }
  }

  function draw() {
    found.hidden = columns.length === 0;
    none.hidden = columns.length > 0;
    one('both').hidden = columns.length < 2;
    const groups = groupsOf(columns, koreanDay(systemClock.now()));
    const shown = differing.checked
      ? groups.map(({ name, rows }) => ({ name, rows: rows.filter(({ same }) => !same) }))
      : groups;
    table.replaceChildren(
      tableOf(
        columns,
        shown.filter(({ rows }) => rows.length > 0),
        { drop, change },
      ),
    );
  }

  function add(id: string) {
    if (chosen.length >= mostCompared) return say(`한 번에 ${mostCompared}건까지 비교합니다. 하나를 빼고 담아 주세요.`);
    if (chosen.some((each) => each.id === id && each.type === null)) return say('이미 담은 공고입니다.');
    void take([...chosen, { id, type: null }]).then(() => say(`${chosen.length}건을 비교합니다.`));
  }

  function drop(column: Column) {
    const at = columns.indexOf(column);
    void take(chosen.filter((_, i) => i !== at)).then(() => {
      say(`‘${column.notice.name}’ 공고를 뺐습니다.`);
      const buttons = table.querySelectorAll<HTMLElement>('.compare-drop');
      (buttons[Math.min(at, buttons.length - 1)] ?? root.querySelector('input'))?.focus();
    });
  }

  function change({ chosen: from }: Column, to: Chosen) {
    const taken = chosen.some((each) => keyOf(each) === keyOf(to));
    if (taken) say('이미 담은 주택형입니다.');
    const next = taken ? chosen : chosen.map((each) => (keyOf(each) === keyOf(from) ? to : each));
    void take(next).then(() => table.querySelector<HTMLElement>(`[data-key="${keyOf(taken ? from : to)}"]`)?.focus());
  }

  /** Compares others from now on, on this device the next time too. */
  async function take(next: Chosen[]) {
    chosen = next;
    choose(chosen);
    await show();
  }

  function say(words: string) {
    said.textContent = words;
  }
}

/** Without those that came to be the same because a house type is none. */
function distinct(columns: Column[]) {
  return [...new Map(columns.map((column) => [keyOf(column.chosen), column])).values()];
}

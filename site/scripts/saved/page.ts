import { systemClock } from '../../../db/clock.ts';
import { keepSaved } from '../offline/keep-saved.ts';
import { link } from '../search/parts.ts';
import { wordsOf } from '../search/words-of.ts';
import { compareButton, dropButton } from './buttons.ts';
import { loadNews, loadNotices } from './load.ts';
import { showNew } from './new-section.ts';
import { goneRow, savedRow } from './rows.ts';
import { save, savedNotices, seeAgain, unsave, type Sight } from './saved.ts';
import { sightsNow, standings, type Known, type Standing } from './standing.ts';

/** Shows the favourites as they are today, and what is not as their reader saw it. `since` is the visit before this one. */
export async function startPage(root: HTMLElement, since: Date | null) {
  const one = (name: string) => root.querySelector<HTMLElement>(`[data-saved-${name}]`)!;
  const [said, seen, undo, heading] = [one('said'), one('seen'), one('undo'), one('heading')];
  const [index, news] = await Promise.all([loadNotices().catch(() => null), loadNews().catch(() => null)]);
  const known = { index, news };
  let removed: Sight | null = null;

  one('ways').prepend(link('', '/compare/', '비교하기'));
  show();
  say(summary(known, standings(known, systemClock.now())));
  if (index && news && since) showNew(one('new'), index, news.events, since, systemClock.now());
  addEventListener('storage', show);
  addEventListener('pageshow', show);
  seen.addEventListener('click', () => {
    seeAgain(sightsNow(known), systemClock.now());
    show();
    say('모두 확인한 것으로 적어 두었습니다.');
    heading.focus();
  });
  undo.addEventListener('click', () => {
    save([removed!]);
    say(`‘${removed!.name}’ 공고를 다시 담았습니다.`);
    removed = null;
    change();
    heading.focus();
  });

  function show() {
    const all = standings(known, systemClock.now());
    one('rows').replaceChildren(...all.map(rowOf));
    one('count').textContent = `${all.length}건`;
    one('found').hidden = all.length === 0;
    one('none').hidden = all.length > 0;
    seen.hidden = all.every(({ changes }) => changes.length === 0);
    undo.hidden = removed === null;
  }

  function rowOf(standing: Standing) {
    const { sight, today } = standing;
    const tools = [compareButton(sight, say), dropButton(sight, () => drop(sight))];
    if (!index || !today) return goneRow(sight, index ? '지금은 없는 공고입니다.' : '상태를 알 수 없습니다.', tools);
    return savedRow(wordsOf(index.file, systemClock.now()), { ...standing, today }, tools);
  }

  function drop(sight: Sight) {
    unsave(sight.id);
    removed = sight;
    say(`‘${sight.name}’ 공고를 뺐습니다.`);
    change();
    undo.focus();
  }

  function change() {
    void keepSaved(savedNotices().map(({ id }) => id));
    show();
  }

  function say(words: string) {
    said.textContent = words;
  }
}

function summary({ index, news }: Known, all: Standing[]) {
  if (!index) return '지금 상태를 불러오지 못했습니다. 담아 둔 이름만 보여드립니다.';
  const count = all.filter(({ changes }) => changes.length > 0).length;
  const words = count > 0 ? `${count}건에 달라진 것이 있습니다.` : '지난번에 본 뒤로 달라진 것이 없습니다.';
  return news ? words : `${words} 정정과 새 공고는 불러오지 못했습니다.`;
}

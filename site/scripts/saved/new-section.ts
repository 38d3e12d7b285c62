import { wordsOf } from '../search/words-of.ts';
import type { Event } from './load.ts';
import { newNotices } from './new-notices.ts';
import { plainRow } from './rows.ts';
import { savedNotices } from './saved.ts';
import type { Known } from './standing.ts';

/** New notices that are shown; the list of notices has them all. */
const most = 10;

/** Shows what was announced since the last visit, where there is any. */
export function showNew(
  section: HTMLElement,
  index: NonNullable<Known['index']>,
  events: Event[],
  since: Date,
  now: Date,
) {
  const { count, near, provinces } = newNotices(events, since, savedNotices(), index.notices);
  if (count === 0) return;
  const words = wordsOf(index.file, now);
  const names = index.file.provinces.flatMap(([code, name]) => (provinces.includes(code) ? [name] : []));
  const where = names.length > 0 ? `${names.join('·')}에 ${near.length}건, ` : '';
  section.querySelector('p')!.textContent = `지난 방문 뒤로 ${where}전국에 모두 ${count}건이 새로 나왔습니다.`;
  section.querySelector('ul')!.replaceChildren(...near.slice(0, most).map((today) => plainRow(words, today)));
  section.hidden = false;
}

import { link, part, time } from '../search/parts.ts';
import { noticeRow } from '../search/rows.ts';
import { dayNumberAt } from '../search/state.ts';
import type { wordsOf } from '../search/words-of.ts';
import type { Change } from './changes.ts';
import type { Today } from './load.ts';
import type { NextStep } from './next-step.ts';
import type { Sight } from './saved.ts';

type Words = ReturnType<typeof wordsOf>;
type Told = { sight: Sight; today: Today; changes: Change[]; next: NextStep | null };

/** A favourite as it is today. */
export function savedRow(words: Words, { sight, today, changes, next }: Told, tools: HTMLElement[]) {
  const row = plainRow(words, today);
  if (next) row.append(nextLine(next));
  // Where results have come since, the changes lead there.
  else if (!changes.some((change) => 'href' in change && change.href.startsWith('/results/')))
    row.append(overLine(sight));
  if (changes.length > 0) row.append(changeList(changes));
  row.append(part('p', 'saved-tools', ...tools));
  return row;
}

export function plainRow(words: Words, { found, winners, households }: Today) {
  return noticeRow(words, found, {
    winners: winners === null ? null : dayNumberAt(new Date(`${winners}T00:00:00+09:00`)),
    households,
  });
}

/** A favourite of which nothing is known today: as it was when it was seen. */
export function goneRow({ id, name }: Sight, why: string, tools: HTMLElement[]) {
  return part(
    'li',
    '',
    link('name whole', `/notices/${id}/`, name),
    part('p', 'about', why),
    part('p', 'saved-tools', ...tools),
  );
}

function nextLine({ what, when, ago }: NextStep) {
  return part('p', 'saved-next', part('b', '', `${ago} ${what}`), ' ', time(when));
}

function overLine({ id }: Sight) {
  return part('p', 'saved-next', '남은 일정이 없습니다. ', link('more saved-over', `/results/${id}/`, '결과 보기'));
}

function changeList(changes: Change[]) {
  return part('ul', 'saved-changes', ...changes.map((change) => part('li', '', ...changeParts(change))));
}

function changeParts(change: Change): (Node | string)[] {
  if ('words' in change) return [link('more saved-over', change.href, change.words)];
  const { what, before, after } = change;
  return [`${what} `, part('del', '', before ?? '미정'), ' → ', part('ins', '', after ?? '미정')];
}

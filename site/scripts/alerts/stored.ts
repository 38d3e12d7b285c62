import type { PushState } from '../../../db/alert-pages.ts';
import { koreanDay } from '../../../db/clock.ts';
import { consentFacts } from '../../words/consents.ts';
import { dayWords } from '../../words/days.ts';
import { find } from './parts.ts';

/** Says what the notifier has stored of this device: beside what is the same for all, where its alerts go, and each consent. */
export function showStored({ joinedAt, consents }: PushState, endpoint: string | undefined) {
  find('since').textContent = `${dayWords(koreanDay(new Date(joinedAt)))}에 신청했습니다.`;
  find('service').textContent = endpoint ? new URL(endpoint).host : '';
  const rows = consentFacts(consents.map((each) => ({ ...each, at: new Date(each.at) }))).map(rowOf);
  find('consents').replaceChildren(...rows);
}

function rowOf({ name, days: [on] = [], note = '' }: ReturnType<typeof consentFacts>[number]) {
  const row = document.createElement('div');
  row.append(named('dt', name), named('dd', on?.words ?? ''));
  row.lastElementChild!.append(named('small', note));
  return row;
}

function named(tag: string, words: string) {
  const element = document.createElement(tag);
  element.textContent = words;
  return element;
}

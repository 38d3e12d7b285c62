import type { Receipt } from '../../db/alert-pages.ts';
import { atInstant } from './days.ts';
import type { Fact } from './facts.ts';

const done: Record<Receipt['consents'][number]['what'], string> = {
  asked: '신청',
  confirmed: '확인',
  changed: '변경',
  ended: '끝냄',
};

/** What somebody has agreed to, and when, one by one. */
export function consentFacts(consents: Receipt['consents']): Fact[] {
  return consents.map(({ at, words, what }) => ({
    name: `동의 기록 · ${done[what]}`,
    days: [atInstant(at)],
    // Of an end, the words are its reason.
    ...(what !== 'ended' && { note: `${words}에 나온 개인정보 안내` }),
  }));
}

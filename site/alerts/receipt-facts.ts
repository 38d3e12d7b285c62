import type { Receipt } from '../../db/alert-pages.ts';
import type { Fact } from '../words/facts.ts';
import { atInstant } from '../words/days.ts';

const done: Record<Receipt['consents'][number]['what'], string> = {
  asked: '신청',
  confirmed: '확인',
  changed: '변경',
  ended: '끝냄',
};

/** All that is stored about somebody, beside what they want to be told of. */
export function receiptFacts({ address, joinedAt, confirmedAt, consents }: Receipt): Fact[] {
  return [
    { name: '전자우편 주소', words: address, note: '암호로 바꾸어 보관합니다.' },
    { name: '신청한 때', days: [atInstant(joinedAt)] },
    ...(confirmedAt ? [{ name: '확인한 때', days: [atInstant(confirmedAt)] }] : []),
    ...consents.map(({ at, words, what }, i) => ({
      name: i === 0 ? '동의 기록' : '',
      days: [atInstant(at)],
      note: `${done[what]} · 개인정보 안내 ${words}`,
    })),
  ];
}

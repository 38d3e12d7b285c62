import type { Receipt } from '../../db/alert-pages.ts';
import { consentFacts } from '../words/consents.ts';
import { atInstant } from '../words/days.ts';
import type { Fact } from '../words/facts.ts';
import { storedBeside } from './stored-beside.ts';

/** All that is stored about somebody, beside what they want to be told of. */
export function receiptFacts({ address, joinedAt, confirmedAt, consents }: Receipt): Fact[] {
  return [
    { name: '전자우편 주소', words: address, note: '암호로 바꾸어 보관합니다.' },
    { name: '신청한 때', days: [atInstant(joinedAt)] },
    ...(confirmedAt ? [{ name: '확인한 때', days: [atInstant(confirmedAt)] }] : []),
    ...consentFacts(consents),
    ...storedBeside,
  ];
}

import { kindNames } from '../../db/kinds.ts';
import { lastReceiptDay } from '../../db/catalog/publication.ts';
import { firstReceiptDay } from '../../db/catalog/receipt-state.ts';
import type { Notice } from '../../db/catalog/schema.ts';
import { dayWords, receiptDays } from '../words/days.ts';
import { households } from '../words/numbers.ts';
import { placeWords } from '../words/places.ts';

/** A notice in a sentence, for search engines and shared links. */
export function describe(notice: Notice) {
  const first = firstReceiptDay(notice);
  const receipt = first && receiptDays(first, lastReceiptDay(notice)).map(({ words }) => words);
  return [
    `${placeWords(notice)} ${kindNames[notice.kind]}${notice.totalSupply ? ` ${households(notice.totalSupply)}` : ''}`,
    ...(receipt ? [`청약 접수 ${receipt.join(' ')}`] : []),
    ...(notice.winnersOn ? [`당첨자 발표 ${dayWords(notice.winnersOn, first?.slice(0, 4))}`] : []),
  ].join('. ');
}

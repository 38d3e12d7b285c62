import type { ReceiptDays, ReceiptTrack } from '../../db/catalog/publication.ts';
import { receiptHours } from '../../db/catalog/receipt-hours.ts';
import { receiptState, takesOn } from '../../db/catalog/receipt-state.ts';
import type { Notice } from '../../db/catalog/schema.ts';
import { koreanDay, koreanTime } from '../../db/clock.ts';

/** Said of a receipt that takes applications at this hour. */
export const takenNow = '지금 접수중';

/** How a receipt that has begun and is not over stands at an instant. */
export function receiptToday(notice: ReceiptDays & Pick<Notice, 'winnersOn'>, track: ReceiptTrack, asOf: Date) {
  if (!takesOn(track, koreanDay(asOf))) return '오늘은 쉽니다';
  if (receiptState(notice, asOf) === 'open') return takenNow;
  return koreanTime(asOf) < receiptHours.opens ? `오늘 ${receiptHours.opens}부터` : '접수 시간 외';
}

import { lastReceiptDay, type ReceiptDays } from './publication.ts';
import type { Notice } from './schema.ts';

export type NoticeDays = ReceiptDays & Pick<Notice, 'winnersOn' | 'contractBeginsOn' | 'contractEndsOn'>;

/** True while something of a notice is to come on `day` or after it: its last receipt day, its winners or the end of its contracts. */
export function hasDaysToCome(notice: NoticeDays, day: string) {
  return daysThatEndIt(notice).some((last) => last !== null && last >= day);
}

/** The last day of which a notice speaks; null when it names none that ends something. */
export function lastNoticeDay(notice: NoticeDays) {
  return daysThatEndIt(notice).reduce((a, b) => (a && (!b || a > b) ? a : b), null);
}

function daysThatEndIt(notice: NoticeDays) {
  return [lastReceiptDay(notice), notice.winnersOn, notice.contractEndsOn ?? notice.contractBeginsOn];
}

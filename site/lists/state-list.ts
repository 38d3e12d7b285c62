import { currentNotices } from '../../db/catalog/lists.ts';
import type { Facts } from '../../db/catalog/open.ts';
import { receiptState } from '../../db/catalog/receipt-state.ts';
import { koreanDay } from '../../db/clock.ts';
import { currentItem, type NoticeItem } from './notice-item.ts';
import { partSize } from './parts.ts';

/** Most current notices that are looked through. */
const most = 2_000;

/** Notices whose receipt has begun and not ended at `asOf`, or that are still to come; of very many, those that close first. */
export function stateList(db: Facts, state: 'open' | 'upcoming', asOf: Date): { items: NoticeItem[]; notices: number } {
  const current = currentNotices(db, {}, koreanDay(asOf), most);
  const fitting = current.filter((line) => {
    const its = receiptState(line, asOf);
    return state === 'open' ? its === 'open' || its === 'paused' : its === 'upcoming';
  });
  return { items: fitting.slice(0, partSize).map((line) => currentItem(line, asOf)), notices: fitting.length };
}

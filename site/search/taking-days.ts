import { receiptTracks } from '../../db/catalog/publication.ts';
import { isWeekend, takesOn } from '../../db/catalog/receipt-state.ts';
import { dayAfter } from '../../db/clock.ts';
import type { Announced } from './write-search.ts';

/** Longer receipts than this are told by the rule alone. */
const most = 400;

/**
 * A digit a day from the first receipt day to the last, `1` where applications are taken; null where that is just what the rule
 * says: on the first and the last day, and on weekdays between.
 */
export function takingDays(notice: Announced): string | null {
  const { firstReceiptDay: first, lastReceiptDay: last } = notice;
  if (!first || !last || last <= dayAfter(first)) return null;
  const tracks = receiptTracks(notice);
  let taken = '';
  let ruled = '';
  for (let day = first; day <= last && taken.length < most; day = dayAfter(day)) {
    taken += tracks.some((track) => takesOn(track, day)) ? '1' : '0';
    ruled += day === first || day === last || !isWeekend(day) ? '1' : '0';
  }
  return taken === ruled || taken.length === most ? null : taken;
}

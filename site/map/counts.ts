import { regions } from '../../content/regions.ts';
import { currentNotices, noticesBySigungu } from '../../db/catalog/lists.ts';
import type { Facts } from '../../db/catalog/open.ts';
import { receiptState } from '../../db/catalog/receipt-state.ts';
import { koreanDay } from '../../db/clock.ts';

/** Notices of a place: begun and not over, still to begin, ever announced. */
export type Count = { open: number; upcoming: number; all: number };

const everyNotice = -1;

/** The notices of every place by its code; those of which only the 시도 is known, by its two digits. */
export function countsByPlace(db: Facts, asOf: Date): Map<string, Count> {
  const counts = new Map<string, Count>();
  for (const { code } of regions)
    for (const { sigungu, notices } of noticesBySigungu(db, code))
      counts.set(sigungu ?? code, { open: 0, upcoming: 0, all: notices });
  for (const line of currentNotices(db, {}, koreanDay(asOf), everyNotice)) {
    const count = counts.get(line.sigungu ?? line.sido ?? '');
    const state = receiptState(line, asOf);
    if (count && state === 'upcoming') count.upcoming += 1;
    else if (count && (state === 'open' || state === 'paused')) count.open += 1;
  }
  return counts;
}

export const none: Count = { open: 0, upcoming: 0, all: 0 };

export function sumOf(counts: Count[]): Count {
  return counts.reduce(
    (sum, { open, upcoming, all }) => ({
      open: sum.open + open,
      upcoming: sum.upcoming + upcoming,
      all: sum.all + all,
    }),
    none,
  );
}

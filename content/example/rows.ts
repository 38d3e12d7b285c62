import { corrected } from './corrections.ts';
import { noticeOf } from './notice.ts';
import { houseTypeRows, noticeRow } from './print/notice-rows.ts';
import type { Row } from './print/row.ts';
import { resultRows } from './results/result-rows.ts';
import { announcementsStanding } from './week.ts';

/**
 * Rows of all operations in the open API's shape, as they would stand on a Korean day, in the order in which they can be taken.
 * Deterministic: the same day gives the same rows, and the next day the same and more, but for corrections and for notices
 * whose time is over. Everything in them is invented but the names of 시도 and 시군구.
 *
 * Results are given without regard to their publication instant.
 * @param today `YYYY-MM-DD`, from 2020 on
 */
export function exampleRows(today: string): Row[] {
  const notices = announcementsStanding(today).map((announcement) => {
    const first = noticeOf(announcement);
    const last = announcement.correctedOn ? corrected(first) : first;
    const asOfToday = announcement.correctedOn && announcement.correctedOn > today ? first : last;
    return { announcement, last, asOfToday };
  });
  return [
    ...notices.map(({ asOfToday }) => noticeRow(asOfToday)),
    ...notices.flatMap(({ asOfToday }) => houseTypeRows(asOfToday)),
    ...notices.flatMap(({ announcement, last }) => resultRows(announcement, last)),
  ];
}

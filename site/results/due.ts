import type { NoticeLine } from '../../db/catalog/notice-line.ts';
import type { Facts } from '../../db/catalog/open.ts';
import { publication, usualHours, type ResultKind } from '../../db/catalog/publication.ts';
import { noticesDueAfter, noticesWithNewestResults, noticesWithWinnersOn } from '../../db/catalog/publications.ts';
import { noticesClosingOn } from '../../db/catalog/receipts.ts';
import { dayAfter, koreanDay, koreanTime } from '../../db/clock.ts';
import { plainItem, type NoticeItem } from '../lists/notice-item.ts';
import { shortItem, type ShortItem } from '../lists/short-item.ts';
import { atInstant, type When } from '../words/days.ts';

/** Notices whose results of a kind become known at one instant. */
export type DueGroup = { at: When; what: string; over: boolean; items: ShortItem[] };

/** What becomes known today, hour by hour, before or after its hour. */
export function dueToday(db: Facts, asOf: Date): DueGroup[] {
  const today = koreanDay(asOf);
  return [
    ...grouped(noticesWithWinnersOn(db, today), 'score', asOf),
    ...grouped(noticesClosingOn(db, today), 'competition', asOf),
  ].filter(({ at }) => at.datetime.startsWith(today));
}

/** What becomes known after today, day by day. */
export function dueLater(db: Facts, asOf: Date, limit: number): DueGroup[] {
  return grouped(noticesDueAfter(db, koreanDay(asOf), limit), 'competition', asOf);
}

/** Results that are there to read, the newest first. */
export function newestResults(db: Facts, asOf: Date, limit: number) {
  const today = koreanDay(asOf);
  const lastDay = koreanTime(asOf) >= usualHours.competition ? today : dayAfter(today, -1);
  return noticesWithNewestResults(db, lastDay, limit).map((line): NoticeItem => ({
    ...plainItem(line, today.slice(0, 4)),
    href: `/results/${line.id}/`,
  }));
}

const what: Record<Exclude<ResultKind, 'special-supply'>, string> = { competition: '경쟁률', score: '당첨 가점' };

/** An instant of today is told by its hour alone. */
function said(instant: Date, asOf: Date): When {
  const today = koreanDay(asOf);
  const at = atInstant(instant, today.slice(0, 4));
  return koreanDay(instant) === today ? { ...at, words: `오늘 ${koreanTime(instant)}` } : at;
}

function grouped(lines: NoticeLine[], kind: 'competition' | 'score', asOf: Date): DueGroup[] {
  const instants = Map.groupBy(lines, (line) => publication(line, kind)?.getTime());
  return [...instants].flatMap(([time, due]) =>
    time === undefined
      ? []
      : [
          {
            at: said(new Date(time), asOf),
            what: what[kind],
            over: time <= asOf.getTime(),
            items: due.map((line) => shortItem('results', line)),
          },
        ],
  );
}

import { currentNotices, endedNotices } from '../../db/catalog/lists.ts';
import type { Facts } from '../../db/catalog/open.ts';
import { koreanDay } from '../../db/clock.ts';
import { currentItem, type NoticeItem } from './notice-item.ts';
import type { FacetPage } from './facets.ts';
import { yearWays, type Way } from './ways.ts';

/** The first page of a list: what is current, what has just ended, and the years in which the rest stands. */
export type Hub = { current: NoticeItem[]; ended: NoticeItem[]; years: Way[] };

/** Most notices on one hub, so that it stays within its 14 kB. */
const most = { current: 80, ended: 30 };

export function hubOf(db: Facts, page: FacetPage, asOf: Date): Hub {
  const today = koreanDay(asOf);
  return {
    current: currentNotices(db, page.facet, today, most.current).map((line) => currentItem(line, asOf)),
    ended: endedNotices(db, page.facet, today, most.ended).map((line) => currentItem(line, asOf)),
    years: yearWays(db, page),
  };
}

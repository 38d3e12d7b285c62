import { currentNotices, endedNotices } from '../../db/catalog/lists.ts';
import type { Facts } from '../../db/catalog/open.ts';
import { koreanDay } from '../../db/clock.ts';
import type { FacetPage } from './facets.ts';
import { currentItem, type NoticeItem } from './notice-item.ts';
import { partSize, partsOf } from './parts.ts';
import type { Way } from './ways.ts';

/** The list of a 시군구: what is current, the newest hundred of the past, and full pages of what came before. */
export type PlaceList = { current: NoticeItem[]; past: NoticeItem[]; earlier: Way[] };

export function placeListOf(db: Facts, page: FacetPage, asOf: Date): PlaceList {
  const today = koreanDay(asOf);
  const current = currentNotices(db, page.facet, today, partSize);
  const past = endedNotices(db, page.facet, today, partSize - current.length);
  return {
    current: current.map((line) => currentItem(line, asOf)),
    past: past.map((line) => currentItem(line, asOf)),
    earlier: fullPartsOf(db, page)
      .map(({ number, months, notices }) => ({ href: `${page.href}${number}/`, words: months, count: notices }))
      .toReversed(),
  };
}

/** The pages of a 시군구 that are full and so never change. There are none until a hundred notices have been seen. */
export function fullPartsOf(db: Facts, { facet }: FacetPage) {
  return partsOf(db, facet, null).filter(({ notices }) => notices === partSize);
}

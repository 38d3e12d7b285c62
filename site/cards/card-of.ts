import { sidoByCode } from '../../content/regions/find.ts';
import { hasDaysToCome, type NoticeDays } from '../../db/catalog/days-to-come.ts';
import { kindNames } from '../../db/kinds.ts';
import type { Notice } from '../../db/catalog/schema.ts';
import { dayAfter, koreanDay } from '../../db/clock.ts';
import { placeWords } from '../words/places.ts';

/** The picture of a page where its link is shared, as `Page` takes it: 1200 × 630, and what it shows in words. */
export type Card = { path: string; words: string };

export type Pictured = NoticeDays &
  Pick<Notice, 'id' | 'kind' | 'name' | 'sido' | 'sigungu' | 'announcedOn' | 'totalSupply'>;

/** Days after its announcement for which a notice has a picture of its own even where nothing of it is to come. */
export const pictured = 60;

/** The picture of a notice and of its results: its own while it is told of, then the one of its 시도. */
export function cardOf(notice: Pictured, asOf: Date): Card {
  if (!hasOwnCard(notice, asOf)) return placeCard(notice.sido);
  return {
    path: `/cards/${notice.id}.png`,
    words: `${notice.name}, ${placeWords(notice)} ${kindNames[notice.kind]}. 청약등대 비공식 안내`,
  };
}

export function hasOwnCard(notice: Pictured, asOf: Date) {
  const today = koreanDay(asOf);
  return notice.announcedOn >= dayAfter(today, -pictured) || hasDaysToCome(notice, today);
}

/** The picture of pages that speak of a 시도; the site's own for those of none. @param code two digits. */
export function placeCard(code: string | null): Card {
  const sido = code === null ? undefined : sidoByCode(code);
  return sido ? { path: `/cards/${sido.slug}.png`, words: `${sido.name} 청약 안내. 청약등대 비공식 안내` } : siteCard;
}

/** The picture of every other page. */
export const siteCard: Card = {
  path: '/cards/site.png',
  words: '청약등대. 청약홈이 공개한 접수 일정과 결과를 읽는 비공식 안내',
};

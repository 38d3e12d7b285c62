import { regions } from '../../content/regions.ts';
import { holdsExample } from '../../db/catalog/holds-example.ts';
import { kindNames } from '../../db/kinds.ts';
import { noticesStillTold } from '../../db/catalog/notices-still-told.ts';
import type { Facts } from '../../db/catalog/open.ts';
import { lastReceiptDay } from '../../db/catalog/publication.ts';
import { firstReceiptDay } from '../../db/catalog/receipt-state.ts';
import { dayAfter, koreanDay } from '../../db/clock.ts';
import { receiptDays } from '../words/days.ts';
import { households } from '../words/numbers.ts';
import { placeWords } from '../words/places.ts';
import { cardOf, hasOwnCard, pictured, placeCard, siteCard, type Pictured } from './card-of.ts';
import { cardSvg } from './card-svg.ts';

/** A picture to draw: its path in the site, and what it is drawn from. */
export type Drawing = { path: string; svg: string };

/**
 * Every picture of a site. What stands in them follows from the notice alone, and nothing of it turns with the day: no state,
 * no result. So the picture of a notice is drawn once, and anew only when the notice was corrected.
 */
export function cardsOf(db: Facts, asOf: Date): Drawing[] {
  const example = holdsExample(db);
  const today = koreanDay(asOf);
  const own = noticesStillTold(db, today, dayAfter(today, -pictured)).filter((notice) => hasOwnCard(notice, asOf));
  return [
    { path: siteCard.path, svg: cardSvg({ ...siteWords, example }) },
    ...regions.map(({ code, name }) => ({
      path: placeCard(code).path,
      svg: cardSvg({
        above: '지역별 청약',
        name: `${name} 청약 안내`,
        below: ['접수 일정, 경쟁률, 당첨 가점'],
        example,
      }),
    })),
    ...own.map((notice) => ({ path: cardOf(notice, asOf).path, svg: cardSvg({ ...noticeWords(notice), example }) })),
  ];
}

const siteWords = {
  above: '아파트 청약 정보',
  name: '청약 일정과 결과를 기다림 없이',
  below: ['접수 일정, 경쟁률, 당첨 가점, 정정'],
};

function noticeWords(notice: Pictured) {
  const first = firstReceiptDay(notice);
  const receipt = first ? receiptDays(first, lastReceiptDay(notice)).map(({ words }) => words) : [];
  return {
    above: `${placeWords(notice)} · ${kindNames[notice.kind]}`,
    name: notice.name,
    below: [
      ...(receipt.length > 0 ? [`접수 ${receipt.join(' ')}`] : []),
      ...(notice.totalSupply ? [`공급 ${households(notice.totalSupply)}`] : []),
    ],
  };
}

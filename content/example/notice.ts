import { companiesOf, type Companies } from './companies.ts';
import { houseTypes, specialHomes, type HouseType } from './house-types.ts';
import { nameOf } from './names.ts';
import { noticeNumber } from './number.ts';
import type { Offer } from './offer.ts';
import { type Place, placeOf } from './places.ts';
import { type Reside, type Schedule, scheduleOf } from './schedule.ts';
import { seeded } from './seeded.ts';
import { type Site, siteOf } from './site.ts';
import { noSpecialShare } from './special-share.ts';
import type { Announcement } from './week.ts';

/** An invented notice, whole; `print/` and `results/` say it in the words of the open API. */
export type Notice = Schedule &
  Companies & {
    id: string;
    ordinal: number;
    offer: Offer;
    name: string;
    place: Place;
    site: Site;
    /** Of a 임대: 분양전환 가능. */
    buyable: boolean;
    announcedOn: string;
    /** YYYYMM. */
    moveInMonth: string;
    types: HouseType[];
  };

/** A notice as it was first announced. */
export function noticeOf(announcement: Announcement): Notice {
  const { ordinal, offer, announcedOn, leftBy } = announcement;
  if (leftBy) return { ...noticeOf({ ...announcement, leftBy: null }), ...leftovers(noticeOf(leftBy), ordinal) };

  const random = seeded(`${ordinal}/notice`);
  const place = placeOf(ordinal);
  const site = siteOf(ordinal, offer, place);
  const buyable = offer === 'rental' && random.chance(0.5);
  const types = houseTypes(ordinal, offer, place, buyable);
  return {
    ...companiesOf(ordinal, offer, site),
    ...scheduleOf(offer, announcedOn, {
      regulated: site.regulated,
      resides: residesOf(place, site),
      special: types.some((type) => specialHomes(type) > 0),
      early: random.chance(0.5),
    }),
    id: noticeNumber(announcement),
    ordinal,
    offer,
    name: nameOf(ordinal, offer, site, buyable),
    place,
    site,
    buyable,
    announcedOn,
    moveInMonth: monthAfter(announcedOn, random.whole(...monthsToBuild(offer))),
    types,
  };
}

/** 무순위 after a sale: the same complex once more, with the few homes of it that nobody has taken. */
function leftovers({ name, place, site, developer, builder, moveInMonth, types }: Notice, ordinal: number) {
  const random = seeded(`${ordinal}/leftovers`);
  const left = types.slice(0, random.whole(1, 3)).map((type, i) => ({
    ...type,
    modelNo: String(i + 1).padStart(2, '0'),
    general: random.whole(1, 12),
    special: noSpecialShare,
  }));
  return { name, place, site, developer, builder, moveInMonth, types: left };
}

function residesOf({ sido }: Place, { large }: Site): Reside[] {
  return large && sido.name === '경기' ? ['local', 'gyeonggi', 'other'] : ['local', 'other'];
}

function monthsToBuild(offer: Offer): [number, number] {
  if (offer === 'remainder' || offer === 'optional') return [2, 20];
  if (offer === 'resupply' || offer === 'rental') return [1, 8];
  return [22, 40];
}

export function monthAfter(day: string, months: number) {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  return `${Math.floor(month / 12)}${String((month % 12) + 1).padStart(2, '0')}`;
}

import { placedNotices, type Neighbour } from '../../db/catalog/neighbours.ts';
import { hasDaysToCome } from '../../db/catalog/days-to-come.ts';
import { kindNames } from '../../db/kinds.ts';
import type { Facts } from '../../db/catalog/open.ts';
import { prepared } from '../../db/catalog/prepared.ts';
import type { Notice } from '../../db/catalog/schema.ts';
import { koreanDay } from '../../db/clock.ts';
import type { ShortItem } from '../lists/short-item.ts';
import { dayWords } from '../words/days.ts';
import { complexName } from './complex-name.ts';
import { firstRankWords } from './first-rank-words.ts';

/** Other notices that a reader of one may want to compare with. */
export type Related = {
  sameComplex: ShortItem[];
  samePlace: ShortItem[];
  /** What a reader of them should know. */
  notes: string[];
};

const most = 5;
const computed = '1순위 경쟁률은 1순위 접수를 모두 더해 공급 세대로 나눈 계산값입니다.';

/**
 * The other notices of the same complex, and five of the same 시군구: the newest while something of this one is to come; after
 * that those announced before it, so that a new notice does not change the pages of all that went before.
 */
export function relatedTo(db: Facts, notice: Notice, asOf: Date): Related {
  const { id, sigungu, name, announcedOn } = notice;
  const { places, complexes } = groups(db);
  const others = (group: Neighbour[] = []) => group.filter((each) => each.id !== id);
  const same = others(complexes.get(`${sigungu} ${complexName(name)}`)).slice(0, most);
  const current = hasDaysToCome(notice, koreanDay(asOf));
  const near = others(places.get(sigungu ?? ''))
    .filter((each) => !same.includes(each) && (current || each.announcedOn <= announcedOn))
    .slice(0, most);
  const [sameComplex, samePlace] = [same, near].map((list) => list.map((each) => item(db, each, asOf)));
  return {
    sameComplex: sameComplex!,
    samePlace: samePlace!,
    notes: [...sameComplex!, ...samePlace!].some(({ about }) => about.includes('1순위')) ? [computed] : [],
  };
}

/** Asked for once a build. */
const groups = prepared((db) => {
  const placed = placedNotices(db);
  return {
    places: Map.groupBy(placed, ({ sigungu }) => sigungu),
    complexes: Map.groupBy(placed, ({ sigungu, name }) => `${sigungu} ${complexName(name)}`),
  };
});

function item(db: Facts, { id, name, kind, announcedOn }: Neighbour, asOf: Date): ShortItem {
  const rate = kind === 'apt' ? firstRankWords(db, id, asOf) : null;
  return {
    href: `/notices/${id}/`,
    name,
    about: [kindNames[kind], `${dayWords(announcedOn)} 공고`, ...(rate ? [rate] : [])].join(' · '),
  };
}

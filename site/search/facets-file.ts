import type { Facts } from '../../db/catalog/open.ts';
import { houseTypes, notices, type HouseType, type Notice } from '../../db/catalog/schema.ts';
import { asc, inArray } from '../../db/drizzle.ts';
import { isDoubtful } from '../notice/prices.ts';
import { areaBands, type FacetsFile } from '../scripts/search/index-file.ts';
import { exclusiveAreaOf } from '../words/areas.ts';
import { dayNumber } from './day-number.ts';
import type { Announced } from './write-search.ts';

/** Notices whose house types are in memory at a time. */
const batch = 500;

/** What the lists are narrowed by, a column a facet. */
export function facetsFile(db: Facts, all: Announced[]): FacetsFile {
  const file: FacetsFile = {
    format: 1,
    winners: all.map(winnersAfter),
    housings: '',
    tenures: '',
    households: all.map(({ totalSupply }) => totalSupply),
    priceFrom: [],
    priceSpan: [],
    areaFrom: [],
    areaSpan: [],
    areas: [],
    specials: [],
    zones: [],
  };
  for (let i = 0; i < all.length; i += batch) {
    const ids = all.slice(i, i + batch).map(({ id }) => id);
    const types = typesOf(db, ids);
    for (const notice of db.select().from(notices).where(inArray(notices.id, ids)).orderBy(asc(notices.id)).all())
      add(file, notice, types.get(notice.id) ?? []);
  }
  return file;
}

function typesOf(db: Facts, ids: string[]) {
  return Map.groupBy(
    db.select().from(houseTypes).where(inArray(houseTypes.noticeId, ids)).orderBy(asc(houseTypes.modelNo)).all(),
    ({ noticeId }) => noticeId,
  );
}

function add(file: FacetsFile, notice: Notice, types: HouseType[]) {
  const prices = types.flatMap((type) => (type.price && !isDoubtful(notice, type) ? [type.price / 100] : []));
  const areas = types.map(areaOf).filter((area) => area > 0);
  file.housings += { '01': 1, '03': 2 }[notice.detailCode ?? ''] ?? 0;
  file.tenures += notice.kind === 'public-rent' ? 3 : ({ '0': 1, '1': 2, '2': 3 }[notice.rentCode ?? ''] ?? 0);
  addRange(file.priceFrom, file.priceSpan, prices);
  addRange(file.areaFrom, file.areaSpan, areas);
  file.areas.push(bits(areaBands.map((_, band) => areas.some((area) => bandOf(area) === band))));
  file.specials.push(bits(specialsOf(types)));
  file.zones.push(bits(zonesOf(notice)));
}

function winnersAfter({ winnersOn, lastReceiptDay, announcedOn }: Announced) {
  return winnersOn === null ? null : dayNumber(winnersOn) - dayNumber(lastReceiptDay ?? announcedOn);
}

function areaOf({ exclusiveArea, type }: HouseType) {
  return Number(exclusiveArea ?? exclusiveAreaOf(type) ?? 0);
}

function bandOf(area: number) {
  return areaBands.findIndex((end) => area <= end);
}

/** In the order of `specials`. */
function specialsOf(types: HouseType[]) {
  const offers = (category: 'multiChild' | 'newlywed' | 'firstTime' | 'elderlyParents' | 'newborn' | 'youth') =>
    types.some((type) => (type[category] ?? 0) > 0);
  return [
    offers('multiChild'),
    offers('newlywed'),
    offers('firstTime'),
    offers('elderlyParents'),
    offers('newborn'),
    offers('youth'),
    types.some(({ agency }) => (agency ?? 0) > 0),
    types.some(({ relocatedAgency }) => (relocatedAgency ?? 0) > 0),
  ];
}

/** In the order of `zones`. */
function zonesOf(notice: Notice) {
  const { speculationZone, adjustmentZone, priceCap, redevelopment, publicHousingZone, largeSite } = notice;
  return [speculationZone, adjustmentZone, priceCap, redevelopment, publicHousingZone, largeSite].map(Boolean);
}

function bits(flags: boolean[]) {
  return flags.reduce((all, flag, bit) => all | (flag ? 1 << bit : 0), 0);
}

function addRange(from: (number | null)[], span: (number | null)[], values: number[]) {
  const [low, high] = [Math.floor(Math.min(...values)), Math.ceil(Math.max(...values))];
  from.push(values.length > 0 ? low : null);
  span.push(values.length > 0 ? high - low : null);
}

import { regions } from '../../content/regions.ts';
import { kindNames, kinds } from '../../db/kinds.ts';
import { noticesByYear, type Facet } from '../../db/catalog/lists.ts';
import type { Facts } from '../../db/catalog/open.ts';
import { won } from '../words/numbers.ts';
import type { housings, specials, tenures, zones } from '../scripts/search/index-file.ts';

export type Choice = { value: string; words: string };

/** What the filters of a list offer. */
export type FilterChoices = {
  /** The list that is narrowed further, as a query string. */
  within: string;
  provinces: Choice[];
  /** True where a 시군구 can be chosen. */
  units: boolean;
  kinds: Choice[];
  years: Choice[];
  prices: Choice[];
};

/** Steps of the price filter, 만원. */
const steps = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 30].map((eok) => eok * 10_000);

/** Choices for the list of a facet: what it is narrowed to already is not asked for. */
export function filterChoices(db: Facts, facet: Facet): FilterChoices {
  const { sido, sigungu, kind } = facet;
  const place = sigungu ?? sido;
  return {
    within: new URLSearchParams({ ...(place && { place }), ...(kind && { kind }) }).toString(),
    provinces: place ? [] : regions.map(({ code, name }) => ({ value: code, words: name })),
    units: sigungu === undefined,
    kinds: kind ? [] : kinds.map((value) => ({ value, words: kindNames[value] })),
    years: noticesByYear(db, facet).map(({ year }) => ({ value: year, words: `${year}년` })),
    prices: steps.map((amount) => ({ value: String(amount), words: won(amount) })),
  };
}

export const stateChoices = choices({ open: '접수중', upcoming: '접수 예정', closed: '접수 마감' });
export const housingChoices = choices<(typeof housings)[number]>({ private: '민영주택', national: '국민주택' });
export const tenureChoices = choices<(typeof tenures)[number]>({
  sale: '분양',
  'rent-to-buy': '분양전환 임대',
  rent: '임대',
});
export const areaChoices = choices({
  60: '60㎡ 이하',
  85: '60㎡ 초과 85㎡ 이하',
  102: '85㎡ 초과 102㎡ 이하',
  135: '102㎡ 초과 135㎡ 이하',
  Infinity: '135㎡ 초과',
});
export const specialChoices = choices<(typeof specials)[number]>({
  'multi-child': '다자녀',
  newlywed: '신혼부부',
  'first-time': '생애최초',
  'elderly-parents': '노부모부양',
  newborn: '신생아',
  youth: '청년',
  agency: '기관추천',
  'relocated-agency': '이전기관',
});
export const zoneChoices = choices<(typeof zones)[number]>({
  speculation: '투기과열지구',
  adjustment: '조정대상지역',
  'price-cap': '분양가상한제',
  redevelopment: '정비사업',
  'public-housing': '공공주택지구',
  'large-site': '대규모 택지',
});
export const orderChoices = choices({
  closing: '마감 가까운 순',
  newest: '최신 공고 순',
  price: '가격 낮은 순',
  size: '세대수 많은 순',
});

function choices<Value extends string>(words: Record<Value, string>): Choice[] {
  return Object.entries<string>(words).map(([value, its]) => ({ value, words: its }));
}

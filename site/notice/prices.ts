import type { HouseType, Notice } from '../../db/catalog/schema.ts';
import { wonRange } from '../words/numbers.ts';
import { exclusiveOf } from './house-types.ts';

/**
 * 만원 for a ㎡ of supply area that a sale can cost. Outside of it a digit too many or too few is likelier than the price: of
 * 9,879 house types for sale from 2020 to 2025 four lie outside, 69억 for 55㎡ in 성남 and 4,795만 for 46㎡ in 수서 among them.
 * The cheapest within, in 원주, and the dearest, on the 한강 in 서울, are meant.
 */
const sane = { from: 80, to: 5_000 };

/** True where a flat is let: its amount is a deposit, which no square metre explains. 03 is 민간임대 among 오피스텔. */
export function isRent({ kind, rentCode, detailCode }: Pick<Notice, 'kind' | 'rentCode' | 'detailCode'>) {
  return (
    kind === 'public-rent' || (kind === 'officetel' && detailCode === '03') || rentCode === '1' || rentCode === '2'
  );
}

/** 만원 for a ㎡ of supply area; null where one of the two is unknown, or the flat is let. */
function pricePerSquareMetre(notice: Notice, { price, supplyArea }: HouseType) {
  const area = Number(supplyArea);
  return price && area > 0 && !isRent(notice) ? price / area : null;
}

/** True when a price can hardly be meant. */
export function isDoubtful(notice: Notice, type: HouseType) {
  const perSquareMetre = pricePerSquareMetre(notice, type);
  return perSquareMetre !== null && (perSquareMetre < sane.from || perSquareMetre > sane.to);
}

/** The area by which prices of a notice are compared: of supply where that is known, else the exclusive one; null where none is. */
export function pricedBy(notice: Notice, types: HouseType[]): PricedBy | null {
  if (isRent(notice)) return null;
  const areas = ['공급', '전용'] as const;
  return areas.find((area) => types.some((type) => pricePerPyeong(type, area) !== null)) ?? null;
}

type PricedBy = '공급' | '전용';

/** 만원 for 3.3㎡ of an area, or null where price or area is unknown. Ours, not the official data's. */
export function pricePerPyeong(type: HouseType, by: PricedBy) {
  const area = by === '공급' ? Number(type.supplyArea) : (exclusiveOf(type) ?? 0);
  return type.price && area > 0 ? Math.round((type.price / area) * 3.3) : null;
}

/** Lowest to highest of the types' prices, the doubtful left out; null where no price is known. */
export function priceRange(notice: Notice, types: HouseType[]) {
  const prices = types.flatMap((type) => (type.price && !isDoubtful(notice, type) ? [type.price] : []));
  return prices.length > 0 ? wonRange(Math.min(...prices), Math.max(...prices)) : null;
}

/** What the amount of a type is called. */
export function priceLabel(notice: Notice) {
  return notice.kind === 'apt' && !isRent(notice) ? '최고 분양가' : '공급금액';
}

import type { HouseType, Notice } from '../../db/catalog/schema.ts';
import { won, wonRange } from '../words/numbers.ts';

/**
 * 만원 for a ㎡ of supply area that a sale can cost. Outside of it a digit too many or too few is likelier than the price: of
 * 9,879 house types for sale from 2020 to 2025 four lie outside, 69억 for 55㎡ in 성남 and 4,795만 for 46㎡ in 수서 among them.
 * The cheapest within, in 원주, and the dearest, on the 한강 in 서울, are meant.
 */
const sane = { from: 80, to: 5_000 };

/** True where a flat is let: its amount is a deposit, which no square metre explains. */
export function isRent({ kind, rentCode }: Pick<Notice, 'kind' | 'rentCode'>) {
  return kind === 'public-rent' || rentCode === '1' || rentCode === '2';
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

/** `3.3㎡당 1,520만원`, or null. Ours, not the official data's. */
export function pricePerPyeong(notice: Notice, type: HouseType) {
  const perSquareMetre = pricePerSquareMetre(notice, type);
  return perSquareMetre === null ? null : `3.3㎡당 ${won(Math.round(perSquareMetre * 3.3))}`;
}

/** Lowest to highest of the types' prices, the doubtful left out; null where no price is known. */
export function priceRange(notice: Notice, types: HouseType[]) {
  const prices = types.flatMap((type) => (type.price && !isDoubtful(notice, type) ? [type.price] : []));
  return prices.length > 0 ? wonRange(Math.min(...prices), Math.max(...prices)) : null;
}

/** What the amount of a type is called. */
export function priceLabel(notice: Notice) {
  return isRent(notice) ? '공급금액' : notice.kind === 'apt' ? '최고 분양가' : '공급금액';
}

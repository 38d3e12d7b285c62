import type { Offer } from './offer.ts';
import type { Place } from './places.ts';
import { seeded, type Seeded } from './seeded.ts';
import { specialShare, type SpecialShare } from './special-share.ts';

export type HouseType = {
  modelNo: string;
  /** Exclusive area in ㎡, four decimals. */
  exclusive: string;
  /** A, B, …; '' where the notice has one type of that size. */
  suffix: string;
  /** 공급면적 and 계약면적. */
  supplyArea: string;
  contractArea: string;
  general: number;
  special: SpecialShare;
  /** 만원. */
  price: number;
};

type Mix = {
  /** Sizes in ㎡ as people call them; one that stands twice is twice as usual. */
  sizes: readonly number[];
  types: readonly [number, number];
  /** Homes a type. */
  homes: readonly [number, number];
  /** Price against a new 민영 apartment; of what is let, the deposit. */
  price: number;
};

const mixes: Record<Offer, Mix> = {
  private: { sizes: [59, 59, 74, 84, 84, 84, 101, 114, 134], types: [1, 9], homes: [8, 170], price: 1 },
  public: { sizes: [46, 51, 59, 74, 84], types: [2, 5], homes: [15, 220], price: 0.78 },
  'newlywed-town': { sizes: [46, 55, 59], types: [1, 4], homes: [20, 240], price: 0.72 },
  rental: { sizes: [26, 36, 46, 51, 59], types: [1, 4], homes: [10, 130], price: 0.05 },
  remainder: { sizes: [59, 74, 84, 84, 101], types: [1, 3], homes: [1, 9], price: 1 },
  resupply: { sizes: [59, 84, 84], types: [1, 2], homes: [1, 3], price: 0.75 },
  optional: { sizes: [59, 74, 84, 84, 114], types: [1, 5], homes: [1, 30], price: 0.96 },
  officetel: { sizes: [22, 29, 36, 59, 84], types: [1, 6], homes: [6, 120], price: 1.05 },
  'public-rent': { sizes: [49, 59, 59, 74, 84], types: [1, 4], homes: [15, 160], price: 0.3 },
};

export function houseTypes(ordinal: number, offer: Offer, place: Place, buyable: boolean): HouseType[] {
  const random = seeded(`${ordinal}/types`);
  const mix = mixes[offer];
  const level = place.price * mix.price * random.between(0.85, 1.2);
  const sizes = sizesOf(mix, offer === 'private' && random.chance(0.05) ? random.whole(12, 16) : null, random);
  return sizes.map((size, i) => {
    const exclusive = offer === 'newlywed-town' ? size : size + random.between(0.7, 0.9999);
    const supplyArea = exclusive * random.between(1.28, 1.4);
    const homes = random.whole(...mix.homes);
    const special = specialShare(offer, homes, exclusive, buyable);
    return {
      modelNo: String(i + 1).padStart(2, '0'),
      exclusive: exclusive.toFixed(4),
      suffix: suffixOf(sizes, i),
      supplyArea: supplyArea.toFixed(4),
      contractArea: (supplyArea * 1.52).toFixed(4),
      general: homes - Object.values(special).reduce((sum, share) => sum + share, 0),
      special,
      price: Math.round((exclusive * level * random.between(0.98, 1.02)) / 10) * 10,
    };
  });
}

function sizesOf({ sizes, types }: Mix, many: number | null, random: Seeded) {
  const number = many ?? random.whole(...types);
  return Array.from({ length: number }, () => random.pick(sizes)).sort((a, b) => a - b);
}

/** No two types of a notice are called alike: results name a type by size and letter alone. */
function suffixOf(sizes: number[], i: number) {
  const alike = sizes.filter((size) => size === sizes[i]).length;
  return alike === 1 ? '' : String.fromCharCode('A'.charCodeAt(0) + i - sizes.indexOf(sizes[i]!));
}

/** HOUSE_TY: `084.9800A`, with a blank where there is no letter. */
export function printedType({ exclusive, suffix }: HouseType) {
  return `${exclusive.padStart(8, '0')}${suffix || ' '}`;
}

/** TP of 오피스텔 and 공공지원민간임대: `84A`. */
export function printedShortType({ exclusive, suffix }: HouseType) {
  return `${Math.floor(Number(exclusive))}${suffix}`;
}

export function specialHomes({ special }: HouseType) {
  return Object.values(special).reduce((sum, share) => sum + share, 0);
}

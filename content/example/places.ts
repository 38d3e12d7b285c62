import { regions, type Sido } from '../regions.ts';

/** A real 시도 and 시군구. */
export type Place = {
  sido: Sido;
  /** `성남시 분당구`; '' in 세종, which has none. */
  unit: string;
  /** Typical price of a new apartment there, 만원 a ㎡ of exclusive area. */
  price: number;
  /** Typical applicants for a home there. */
  demand: number;
};

/** Notices in a hundred, and medians of 2024 and 2025, rounded. */
const markets: Record<string, { notices: number; price: number; demand: number }> = {
  seoul: { notices: 11, price: 1950, demand: 14 },
  busan: { notices: 7, price: 980, demand: 2.5 },
  daegu: { notices: 5, price: 960, demand: 1.2 },
  incheon: { notices: 9, price: 800, demand: 2.5 },
  gwangju: { notices: 4, price: 820, demand: 0.8 },
  daejeon: { notices: 4, price: 820, demand: 2 },
  ulsan: { notices: 4, price: 850, demand: 1.5 },
  sejong: { notices: 2, price: 620, demand: 5 },
  gyeonggi: { notices: 28, price: 840, demand: 3 },
  gangwon: { notices: 4, price: 560, demand: 1 },
  chungbuk: { notices: 3, price: 550, demand: 2 },
  chungnam: { notices: 4, price: 570, demand: 2 },
  jeonbuk: { notices: 3, price: 520, demand: 2.5 },
  jeonnam: { notices: 3, price: 540, demand: 0.7 },
  gyeongbuk: { notices: 3, price: 600, demand: 0.8 },
  gyeongnam: { notices: 4, price: 580, demand: 1 },
  jeju: { notices: 2, price: 1050, demand: 0.5 },
};

/**
 * Where a notice is. Steps of the golden ratio spread ordinals so evenly that each 시도 gets its share of any hundred of them
 * and, within it, its 시군구 take turns.
 */
export function placeOf(ordinal: number): Place {
  const total = regions.reduce((sum, sido) => sum + market(sido).notices, 0);
  let at = ((ordinal * goldenRatio) % 1) * total;
  for (const sido of regions) {
    const { notices, price, demand } = market(sido);
    if (at < notices) return { sido, unit: unitAt(sido, at / notices), price, demand };
    at -= notices;
  }
  throw new Error(`No 시도 is left for notice ${ordinal}: the shares of content/example/places.ts do not add up.`);
}

const goldenRatio = (Math.sqrt(5) - 1) / 2;

function market({ slug, name }: Sido) {
  const known = markets[slug];
  if (!known) throw new Error(`${name} has no market. Add "${slug}" to content/example/places.ts.`);
  return known;
}

function unitAt(sido: Sido, share: number) {
  const units = sido.sigungu.flatMap(({ name, wards }) => wards?.map((ward) => `${name} ${ward}`) ?? [name]);
  return units.length === 1 ? '' : units[Math.floor(share * units.length)]!;
}

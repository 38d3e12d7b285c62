import type { Offer } from './offer.ts';
import { seeded } from './seeded.ts';
import type { Place } from './places.ts';

/** The ground that a notice stands on, and which rules it brings. */
export type Site = {
  /** 대규모 택지개발지구: homes are shared out between 해당지역, 기타경기 and 기타지역. */
  large: boolean;
  /** 재개발·재건축. */
  redevelopment: boolean;
  /** 투기과열지구 and 조정대상지역. */
  regulated: boolean;
  /** 공공주택지구. */
  publicZone: boolean;
  /** `A-2블록` where the ground is a planned estate. */
  block: string | null;
  /** An invented 동 or 리 with a lot number; nobody can look for it. */
  lot: string;
};

const regulatedUnits = ['강남구', '서초구', '송파구', '용산구'];

export function siteOf(ordinal: number, offer: Offer, { sido, unit }: Place): Site {
  const random = seeded(`${ordinal}/site`);
  const planned = offer === 'public' || offer === 'newlywed-town' || offer === 'public-rent' || random.chance(0.3);
  return {
    large: planned && capital.includes(sido.name) && random.chance(0.7),
    redevelopment: !planned && offer === 'private' && random.chance(0.3),
    regulated: sido.name === '서울' && regulatedUnits.includes(unit),
    publicZone: offer === 'public' || offer === 'newlywed-town',
    block: planned ? `${random.pick(['A', 'B', 'C', 'AB', 'S'])}-${random.whole(1, 24)}블록` : null,
    lot: unit.endsWith('군')
      ? `예시${random.pick(['읍', '면'])} ${random.pick(['예시리', '가상리', '견본리'])} ${random.whole(1, 900)}번지`
      : `${random.pick(['예시동', '예시1동', '예시2동', '새예시동'])} ${random.whole(1, 900)}-${random.whole(1, 40)}번지`,
  };
}

const capital = ['서울', '인천', '경기'];

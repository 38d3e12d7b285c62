import type { Offer } from './offer.ts';

/** Homes of a type set aside for 특별공급, by whom for. */
export type SpecialShare = {
  multiChild: number;
  newlywed: number;
  firstTime: number;
  elderlyParents: number;
  agency: number;
  youth: number;
  newborn: number;
  /** 공공지원민간임대. */
  aged: number;
  /** 신혼희망타운 says one number for all. */
  undivided: number;
};

export const noSpecialShare: SpecialShare = {
  multiChild: 0,
  newlywed: 0,
  firstTime: 0,
  elderlyParents: 0,
  agency: 0,
  youth: 0,
  newborn: 0,
  aged: 0,
  undivided: 0,
};

/** Roughly what notices of 2025 set aside of `homes` homes of `exclusive` ㎡. */
export function specialShare(offer: Offer, homes: number, exclusive: number, buyable: boolean): SpecialShare {
  const of = (shares: Partial<SpecialShare>) => ({
    ...noSpecialShare,
    ...Object.fromEntries(Object.entries(shares).map(([whom, share]) => [whom, Math.floor(homes * share)])),
  });
  switch (offer) {
    case 'private':
      return exclusive > 85
        ? of({ multiChild: 0.1, elderlyParents: 0.03 })
        : of({ multiChild: 0.1, newlywed: 0.18, firstTime: 0.13, elderlyParents: 0.03, agency: 0.1 });
    case 'public':
      return of({
        multiChild: 0.1,
        newlywed: 0.1,
        firstTime: 0.15,
        elderlyParents: 0.05,
        agency: 0.15,
        youth: 0.05,
        newborn: 0.2,
      });
    case 'newlywed-town':
      return of({ undivided: 1 });
    case 'rental':
      return buyable
        ? of({ multiChild: 0.1, newlywed: 0.3, firstTime: 0.2, elderlyParents: 0.05, agency: 0.1 })
        : noSpecialShare;
    case 'resupply':
      return { ...noSpecialShare, newlywed: homes > 1 ? 1 : 0, firstTime: homes > 2 ? 1 : 0 };
    case 'public-rent':
      return of({ youth: 0.1, newlywed: 0.1, aged: 0.05 });
    default:
      return noSpecialShare;
  }
}

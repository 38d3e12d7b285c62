import type { Notice } from '../notice.ts';
import type { Offer } from '../offer.ts';
import { seeded, type Seeded } from '../seeded.ts';

/** Powers of ten between which the applicants for a home lie, where demand is 1. */
const powers: Record<Offer, readonly [number, number]> = {
  private: [-1.1, 1.1],
  public: [-0.6, 1.2],
  'newlywed-town': [-0.3, 1],
  rental: [-0.3, 1],
  remainder: [0.2, 2.4],
  resupply: [2.3, 3.4],
  optional: [-1.3, 0.6],
  officetel: [-1, 1.1],
  'public-rent': [-0.6, 1],
};

/** Applicants for a home of a notice, on the whole. One 민영 or 무순위 in forty is talked about everywhere. */
export function popularity({ ordinal, offer, place }: Notice) {
  const random = seeded(`${ordinal}/popularity`);
  const usual = place.demand * 10 ** random.between(...powers[offer]);
  const famous = (offer === 'private' || offer === 'remainder') && random.chance(1 / 40);
  return Math.min(famous ? usual * 40 : usual, 3_000);
}

/** How many apply for `homes` homes when `each` apply for one, give or take. */
export function applicantsFor(homes: number, each: number, random: Seeded) {
  return Math.round(homes * each * random.between(0.5, 1.6));
}

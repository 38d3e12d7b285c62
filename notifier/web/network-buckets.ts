import type { Clock } from '../../db/clock.ts';
import { bucketsOf, type Buckets, type Rate } from './buckets.ts';
import { networksOf } from './networks-of.ts';

/** A limit for each network, and for the wider ones around it. */
export type NetworkBuckets = {
  /** False when one of the networks of somebody has used up what it may; nothing is taken then. */
  take(from: string): boolean;
  /** Whether all of them have used little lately. */
  isCalm(from: string): boolean;
};

/** Share of a bucket that is there yet in networks that have used little. */
const calm = 0.9;

export function networkBuckets({ burst, perHour }: Rate, clock: Clock, most: number): NetworkBuckets {
  // Apart by share: however many near networks come, a wide one is not forgotten for them.
  const byShare = new Map<number, { buckets: Buckets; brim: number }>();
  const bucketsFor = (share: number) => {
    let known = byShare.get(share);
    if (!known) {
      const brim = burst * share;
      known = { buckets: bucketsOf({ burst: brim, perHour: perHour * share }, clock, most), brim };
      byShare.set(share, known);
    }
    return known;
  };
  const around = (from: string) => networksOf(from).map(({ name, share }) => ({ name, ...bucketsFor(share) }));
  return {
    take(from) {
      const all = around(from);
      if (!all.every(({ name, buckets }) => buckets.left(name) >= 1)) return false;
      for (const { name, buckets } of all) buckets.take(name);
      return true;
    },
    isCalm: (from) => around(from).every(({ name, buckets, brim }) => buckets.left(name) >= brim * calm),
  };
}

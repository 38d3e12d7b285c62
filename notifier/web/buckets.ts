import type { Clock } from '../../db/clock.ts';

/** So many at once, and so many more an hour. */
export type Rate = { burst: number; perHour: number };

export type Buckets = {
  /** False when the key has used up what it may. */
  take(key: string): boolean;
  size(): number;
};

/**
 * A bucket of tokens for each key, in memory. At most `most` keys are remembered; who has asked longest ago is forgotten first, and
 * begins anew with a full one.
 */
export function bucketsOf({ burst, perHour }: Rate, clock: Clock, most = 100_000): Buckets {
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    take(key) {
      const now = clock.now().getTime();
      const known = buckets.get(key) ?? { left: burst, at: now };
      // A clock that was set back gives nothing.
      const gained = (Math.max(0, now - known.at) / 3_600_000) * perHour;
      const left = Math.min(burst, known.left + gained);
      buckets.delete(key);
      buckets.set(key, { left: left < 1 ? left : left - 1, at: now });
      if (buckets.size > most) buckets.delete(buckets.keys().next().value!);
      return left >= 1;
    },
    size: () => buckets.size,
  };
}

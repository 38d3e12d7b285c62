import type { Clock } from '../../db/clock.ts';

/** So many at once, and so many more an hour. */
export type Rate = { burst: number; perHour: number };

export type Buckets = {
  /** False when the key has used up what it may. */
  take(key: string): boolean;
  /** What the key may have now; nothing is taken. */
  left(key: string): number;
  size(): number;
};

/**
 * A bucket of tokens for each key, in memory. At most `most` keys are remembered; who has asked longest ago is forgotten first, and
 * begins anew with a full one.
 */
export function bucketsOf({ burst, perHour }: Rate, clock: Clock, most = 100_000): Buckets {
  const buckets = new Map<string, { left: number; at: number }>();
  const left = (key: string, now: number) => {
    const known = buckets.get(key) ?? { left: burst, at: now };
    // A clock that was set back gives nothing.
    const gained = (Math.max(0, now - known.at) / 3_600_000) * perHour;
    return Math.min(burst, known.left + gained);
  };
  return {
    take(key) {
      const now = clock.now().getTime();
      const before = left(key, now);
      buckets.delete(key);
      buckets.set(key, { left: before < 1 ? before : before - 1, at: now });
      if (buckets.size > most) buckets.delete(buckets.keys().next().value!);
      return before >= 1;
    },
    left: (key) => left(key, clock.now().getTime()),
    size: () => buckets.size,
  };
}

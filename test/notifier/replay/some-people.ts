import { regions } from '../../../content/regions.ts';
import { kinds } from '../../../db/kinds.ts';
import { moments, type Wishes } from '../../../db/subscribers/wishes.ts';

/** A sequence from 0 up to 1 that is the same for the same seed (mulberry32). */
export function chances(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const places = regions.flatMap(({ code, sigungu }) => [code, ...sigungu.map((each) => each.code)]);

/** Wishes as people might have them: a place or some, a notice or none, a digest for a quarter, quiet nights for many, quiet days for some, evenings alone for a few. */
export function someWishes(random: () => number, notices: string[]): Wishes {
  const one = <T>(of: readonly T[]) => of[Math.floor(random() * of.length)]!;
  const few = <T>(of: readonly T[], most: number) => [
    ...new Set(Array.from({ length: 1 + Math.floor(random() * most) }, () => one(of))),
  ];
  const hour = (from: number, to: number) => (from + Math.floor(random() * (to - from))) % 24;
  const sleep = random();
  return {
    places: random() < 0.2 ? ['all'] : random() < 0.1 ? [] : few(places, 4),
    kinds: kinds.filter(() => random() < 0.9),
    notices: random() < 0.3 ? few(notices, 3) : [],
    moments: moments.filter(() => random() < 0.8),
    digestAt: random() < 0.25 ? hour(0, 24) : null,
    quiet:
      sleep < 0.4
        ? { from: hour(20, 26), to: hour(5, 10) }
        : sleep < 0.42
          ? { from: hour(20, 25), to: hour(17, 20) }
          : sleep < 0.47
            ? { from: hour(0, 24), to: hour(0, 24) }
            : null,
  };
}

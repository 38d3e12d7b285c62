/** Numbers that look like chance and are the same for the same seed (mulberry32: a period of 2^32). */
export function dice(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (many: number) => Math.floor(next() * many);
  return {
    below,
    one: <Thing>(things: readonly Thing[]) => things[below(things.length)]!,
    chance: (share: number) => next() < share,
    /** Letters and digits. */
    word: (length = 6 + below(8)) =>
      Array.from({ length }, () => 'abcdefghijklmnopqrstuvwxyz0123456789'[below(36)]).join(''),
    bytes: (length: number) => Buffer.from(Array.from({ length }, () => below(256))),
  };
}
export type Dice = ReturnType<typeof dice>;

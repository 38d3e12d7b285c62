/** Attempts in a row that fail before that is an alarm: one may meet a store that somebody reads just then. */
const patience = 3;

/** Counts attempts at something that is tried again and again. */
export function inARow() {
  let failures = 0;
  let last: string | null = null;
  return {
    failed(sentence: string) {
      failures += 1;
      last = sentence;
    },
    worked() {
      failures = 0;
    },
    /** The sentence of the last failure; null while it may be chance. */
    wrong: () => (failures < patience ? null : last),
  };
}

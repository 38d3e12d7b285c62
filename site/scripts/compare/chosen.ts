import { keep, kept } from '../kept.ts';

/** A notice, or one house type of it by its MODEL_NO, that is to be compared. */
export type Chosen = { id: string; type: string | null };

/** More do not fit side by side on a sheet of paper. */
export const mostCompared = 4;

/** What was put together for the comparison on this device. */
export function chosenNotices(): Chosen[] {
  const words = kept('compare');
  return typeof words === 'string' ? readChosen(words) : [];
}

/** @returns false where the browser keeps nothing. */
export function choose(chosen: Chosen[]) {
  return keep('compare', writeChosen(chosen));
}

/** Reads `2025000001,2025000002.03`. What is no notice, comes twice, or is more than fits is left out. */
export function readChosen(words: string): Chosen[] {
  const found = words.split(',').flatMap((word) => {
    const [, id, type] = /^(\d{10})(?:\.([\w-]{1,10}))?$/.exec(word.trim()) ?? [];
    return id ? [{ id, type: type ?? null }] : [];
  });
  const keys = found.map(keyOf);
  return found.filter((each, i) => keys.indexOf(keyOf(each)) === i).slice(0, mostCompared);
}

export function writeChosen(chosen: Chosen[]) {
  return chosen.map(keyOf).join(',');
}

export function keyOf({ id, type }: Chosen) {
  return type === null ? id : `${id}.${type}`;
}

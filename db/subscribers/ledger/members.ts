import { has } from './bits.ts';
import { unpackIds } from './id-set.ts';

export type Sets = { want: Buffer; done: Buffer | null; dead: Buffer | null; ambiguous: Buffer | null };

/** Those of a chunk who are still to be served. */
export function outstandingOf({ want, done, dead, ambiguous }: Sets) {
  const ids = unpackIds(want);
  return done || dead || ambiguous ? ids.filter((_, i) => !has(done, i) && !has(dead, i) && !has(ambiguous, i)) : ids;
}

/** Those whom a chunk has reached, or may have. */
export function reachedOf({ want, done, ambiguous }: Sets) {
  return done || ambiguous ? unpackIds(want).filter((_, i) => has(done, i) || has(ambiguous, i)) : new Uint32Array();
}

/** Ids that are given in any order and more than once, each once and ascending. */
export function union(parts: Iterable<Uint32Array>) {
  const lists = [...parts];
  let [first, last] = [Infinity, -1];
  for (const ids of lists)
    for (const id of ids) {
      if (id < first) first = id;
      if (id > last) last = id;
    }
  const seen = new Uint8Array(last < 0 ? 0 : last - first + 1);
  let count = 0;
  for (const ids of lists)
    for (const id of ids) {
      count += 1 - seen[id - first]!;
      seen[id - first] = 1;
    }
  const all = new Uint32Array(count);
  for (let i = 0, at = 0; at < count; i++) if (seen[i] === 1) all[at++] = first + i;
  return all;
}

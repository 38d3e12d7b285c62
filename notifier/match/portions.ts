import type { Portion } from '../../db/subscribers/subscribers.ts';
import type { Sort, Sorts } from './sorts.ts';
import type { Hearing } from './when.ts';

/**
 * Divides channels, given as bits, into portions that share a lane, an instant and a way. Those for whom `hearing` is null get
 * nothing. It is asked once for each sort of channel that is there.
 */
export function portionsIn(
  words: Uint32Array,
  sorts: Sorts,
  hearing: (timing: Sort['timing']) => Hearing | null,
): Portion[] {
  const ofChannel = sorts.ofChannel();
  const counts = countSorts(words, ofChannel, sorts.all.length);
  const { portions, ofSort } = portionsFor(counts, sorts.all, hearing);
  const filled = new Uint32Array(portions.length);
  const ids = portions.map((portion) => portion.ids);
  for (let w = 0; w < words.length; w++) {
    for (let rest = words[w]!; rest !== 0; rest &= rest - 1) {
      const id = (w << 5) + 31 - Math.clz32(rest & -rest);
      const portion = ofSort[ofChannel[id]!]!;
      if (portion >= 0) ids[portion]![filled[portion]!++] = id;
    }
  }
  return portions;
}

function countSorts(words: Uint32Array, ofChannel: Uint32Array, sorts: number) {
  const counts = new Uint32Array(sorts);
  for (let w = 0; w < words.length; w++)
    for (let rest = words[w]!; rest !== 0; rest &= rest - 1) {
      const id = (w << 5) + 31 - Math.clz32(rest & -rest);
      counts[ofChannel[id]!]! += 1;
    }
  return counts;
}

/** Empty portions of the right lengths, and for each sort which of them is its own: -1 for none. */
function portionsFor(counts: Uint32Array, all: Sort[], hearing: (timing: Sort['timing']) => Hearing | null) {
  const ofSort = new Int32Array(counts.length).fill(-1);
  const found = new Map<string, { number: number; lane: string; hearing: Hearing; length: number }>();
  for (let sort = 1; sort < counts.length; sort++) {
    if (counts[sort] === 0) continue;
    const { lane, timing } = all[sort]!;
    const heard = hearing(timing);
    if (!heard) continue;
    const key = `${heard.notBefore.getTime()} ${heard.as} ${lane}`;
    const portion = found.get(key) ?? { number: found.size, lane, hearing: heard, length: 0 };
    portion.length += counts[sort]!;
    found.set(key, portion);
    ofSort[sort] = portion.number;
  }
  const portions: Portion[] = [...found.values()].map(({ lane, hearing: { notBefore, as }, length }) => ({
    lane,
    notBefore,
    as,
    ids: new Uint32Array(length),
  }));
  return { portions, ofSort };
}

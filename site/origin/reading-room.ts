import { countOf } from './count-of.ts';

/** Somebody whose form is being read. `sent` is cut off when another needs the place. */
type Reader = { from: string; giveWay: () => void };

/**
 * Places for forms that are being read, `most` in all and `each` for one network. Who comes when they are taken always gets one, and
 * the form that has been on its way longest gives way, one of the same network first: a form is there within moments, and
 * what takes longer is either a bad line or somebody who wants to keep others out.
 */
export function readingRoom({ most, each }: { most: number; each: number }) {
  const readers = new Set<Reader>();
  const ofNetwork = countOf();

  return function enter(from: string, giveWay: () => void) {
    const full = ofNetwork.has(from) >= each;
    if (full || readers.size >= most) leave(longest(full ? from : null))?.giveWay();
    const reader = { from, giveWay };
    readers.add(reader);
    ofNetwork.add(from);
    return () => void leave(reader);
  };

  function longest(from: string | null) {
    for (const reader of readers) if (from === null || reader.from === from) return reader;
    return undefined;
  }

  function leave(reader: Reader | undefined) {
    if (!reader || !readers.delete(reader)) return undefined;
    ofNetwork.take(reader.from);
    return reader;
  }
}

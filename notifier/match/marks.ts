/** Sets of channel ids as bits, all of the same length: what a match reads are runs of words. */
export type Marks = {
  /** Words of 32 ids each; another array after a growth. */
  words: Uint32Array;
};

/** Makes sets that grow together. */
export function marksRoom() {
  let length = 1 << 10; // words
  const all: Marks[] = [];
  return {
    none(): Marks {
      const marks = { words: new Uint32Array(length) };
      all.push(marks);
      return marks;
    },
    /** Makes room for an id, half as much again as there was. @returns for how many ids there is. */
    reach(id: number) {
      if (id >>> 5 < length) return length << 5;
      length = Math.max((id >>> 5) + 1, Math.ceil(length * 1.5));
      for (const marks of all) {
        const grown = new Uint32Array(length);
        grown.set(marks.words);
        marks.words = grown;
      }
      return length << 5;
    },
  };
}

export function mark({ words }: Marks, id: number) {
  words[id >>> 5]! |= 1 << (id & 31);
}

export function unmark({ words }: Marks, id: number) {
  words[id >>> 5]! &= ~(1 << (id & 31));
}

export function isMarked({ words }: Marks, id: number) {
  return (words[id >>> 5]! & (1 << (id & 31))) !== 0;
}

/** A bit for each of `size` channels of a chunk, in their order; null in the store while none is set. */
export function bitsOf(stored: Buffer | null, size: number) {
  return stored ?? Buffer.alloc((size + 7) >>> 3);
}

export function has(bits: Buffer | null, i: number) {
  return bits !== null && (bits[i >>> 3]! & (1 << (i & 7))) !== 0;
}

/** @returns false when it was set before. */
export function set(bits: Buffer, i: number) {
  if (has(bits, i)) return false;
  bits[i >>> 3]! |= 1 << (i & 7);
  return true;
}

/** Where an id stands among ascending ids; -1 when it does not. */
export function placeOf(ids: Uint32Array, id: number) {
  let [low, high] = [0, ids.length - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const there = ids[middle]!;
    if (there === id) return middle;
    if (there < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

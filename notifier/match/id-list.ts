/** Ids in ascending order, each once: those who follow a single notice are few among a million. */
export type IdList = { ids: Uint32Array; length: number };

export function emptyList(): IdList {
  return { ids: new Uint32Array(4), length: 0 };
}

export function insert(list: IdList, id: number) {
  const at = placeOf(list, id);
  if (at < list.length && list.ids[at] === id) return;
  if (list.length === list.ids.length) {
    const grown = new Uint32Array(Math.ceil(list.length * 1.5));
    grown.set(list.ids);
    list.ids = grown;
  }
  list.ids.copyWithin(at + 1, at, list.length);
  list.ids[at] = id;
  list.length += 1;
}

export function withdraw(list: IdList, id: number) {
  const at = placeOf(list, id);
  if (at >= list.length || list.ids[at] !== id) return;
  list.ids.copyWithin(at, at + 1, list.length);
  list.length -= 1;
}

/** Where an id stands, or would. */
function placeOf({ ids, length }: IdList, id: number) {
  if (length === 0 || ids[length - 1]! < id) return length;
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ids[middle]! < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

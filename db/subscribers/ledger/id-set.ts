/*
 * Ascending ids as bytes: form (1), how many (4), the first one (4), little-endian; then, whichever is shorter, a bit for each number
 * from the first on (form 0) or the distance of each from the one before as a varint (form 1).
 */

const header = 9;

export function packIds(ids: Uint32Array) {
  const first = ids[0] ?? 0;
  const span = ids.length === 0 ? 0 : ids.at(-1)! - first + 1;
  const asBits = Math.ceil(span / 8);
  const asList = listLength(ids);
  const bytes = Buffer.alloc(header + Math.min(asBits, asList));
  bytes[0] = asBits <= asList ? 0 : 1;
  bytes.writeUInt32LE(ids.length, 1);
  bytes.writeUInt32LE(first, 5);
  if (asBits <= asList) for (const id of ids) bytes[header + ((id - first) >>> 3)]! |= 1 << ((id - first) & 7);
  else writeList(bytes, ids);
  return bytes;
}

export function unpackIds(bytes: Buffer) {
  const ids = new Uint32Array(bytes.readUInt32LE(1));
  const first = bytes.readUInt32LE(5);
  if (bytes[0] === 0) readBits(bytes, first, ids);
  else readList(bytes, first, ids);
  return ids;
}

function readBits(bytes: Buffer, first: number, ids: Uint32Array) {
  let at = 0;
  for (let i = header; i < bytes.length; i++)
    for (let byte = bytes[i]!; byte !== 0; byte &= byte - 1)
      ids[at++] = first + (i - header) * 8 + (31 - Math.clz32(byte & -byte));
}

function listLength(ids: Uint32Array) {
  let length = 0;
  for (let i = 1; i < ids.length; i++) {
    const distance = ids[i]! - ids[i - 1]!;
    length += distance < 0x80 ? 1 : distance < 0x4000 ? 2 : distance < 0x20_0000 ? 3 : distance < 0x1000_0000 ? 4 : 5;
  }
  return length;
}

function writeList(bytes: Buffer, ids: Uint32Array) {
  let at = header;
  for (let i = 1; i < ids.length; i++) {
    let distance = ids[i]! - ids[i - 1]!;
    for (; distance >= 0x80; distance >>>= 7) bytes[at++] = (distance & 0x7f) | 0x80;
    bytes[at++] = distance;
  }
}

function readList(bytes: Buffer, first: number, ids: Uint32Array) {
  let at = header;
  let id = first;
  if (ids.length > 0) ids[0] = first;
  for (let i = 1; i < ids.length; i++) {
    let distance = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!;
      distance += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    ids[i] = id += distance;
  }
}

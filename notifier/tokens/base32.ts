const letters = 'abcdefghijklmnopqrstuvwxyz234567';

/** Base32 (RFC 4648) in small letters, for a multiple of five bytes: no padding, one way to write each. */
export function toBase32(bytes: Uint8Array) {
  let text = '';
  for (let at = 0; at < bytes.length; at += 5) {
    const high = (bytes[at]! << 12) | (bytes[at + 1]! << 4) | (bytes[at + 2]! >> 4);
    const low = ((bytes[at + 2]! & 15) << 16) | (bytes[at + 3]! << 8) | bytes[at + 4]!;
    for (const bits of [high, low]) for (let shift = 15; shift >= 0; shift -= 5) text += letters[(bits >> shift) & 31];
  }
  return text;
}

/** The bytes of such a text, large letters taken as small ones; null when it is not of exactly `length` bytes. */
export function readBase32(text: string, length: number) {
  if (text.length !== (length / 5) * 8 || !/^[a-z2-7]*$/i.test(text)) return null;
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length; at += 5) {
    const from = (at / 5) * 8;
    bytes.writeUIntBE(half(text, from) * 2 ** 20 + half(text, from + 4), at, 5);
  }
  return bytes;
}

/** Four letters as twenty bits. */
function half(text: string, from: number) {
  let bits = 0;
  for (let at = from; at < from + 4; at++) bits = (bits << 5) | letters.indexOf(text[at]!.toLowerCase());
  return bits;
}

/** When the server had our question and when its answer left, by its own clock, in milliseconds since 1970. */
export type SntpAnswer = { received: number; sent: number };

const version4Client = (4 << 3) | 3;
const server = 4;
const unsynchronised = 3;

/** A question that tells nothing of us (draft-ietf-ntp-data-minimization): `nonce`, 8 random bytes, instead of our time. */
export function question(nonce: Buffer) {
  const packet = Buffer.alloc(48);
  packet[0] = version4Client;
  nonce.copy(packet, 40);
  return packet;
}

/**
 * Reads the answer to the question with this nonce. Null for a packet that answers none, or another: it may be anybody's.
 * @throws how the server refuses, as the end of a sentence.
 */
export function answerTo(nonce: Buffer, packet: Buffer): SntpAnswer | null {
  if (packet.length < 48 || !packet.subarray(24, 32).equals(nonce)) return null;
  const first = packet.readUInt8(0);
  const stratum = packet.readUInt8(1);
  if ((first & 7) !== server) throw new Error('gives an answer that is no answer of a time server');
  if (stratum === 0) throw new Error(`refuses to tell the time${kissCode(packet)}`);
  if (first >> 6 === unsynchronised || stratum > 15 || isVague(packet)) throw new Error('has lost the time itself');
  return { received: timestamp(packet, 32), sent: timestamp(packet, 40) };
}

/** RFC 4330 §8: four letters such as RATE or DENY. */
function kissCode(packet: Buffer) {
  const code = packet.toString('latin1', 12, 16);
  return /^[A-Z]{4}$/.test(code) ? ` (${code})` : '';
}

/** RFC 4330 §5: the way of the server to its own source takes, or leaves open, no more than a second. */
function isVague(packet: Buffer) {
  return Math.abs(packet.readInt32BE(4)) > 65_536 || packet.readUInt32BE(8) > 65_536;
}

const era = 2 ** 32;
const from1900To1970 = 2_208_988_800;

/** RFC 4330 §3: seconds since 1900 while the first bit is set; since 2036-02-07T06:28:16Z, when they began anew, while not. */
function timestamp(packet: Buffer, at: number) {
  const counted = packet.readUInt32BE(at);
  const since1900 = counted < era / 2 ? counted + era : counted;
  return (since1900 - from1900To1970) * 1000 + (packet.readUInt32BE(at + 4) / era) * 1000;
}

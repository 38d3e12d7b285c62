import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../db/clock.ts';
import type { ChannelId } from '../db/subscribers/subscribers.ts';
import { readBase32, toBase32 } from './tokens/base32.ts';

/** What a token opens, and nothing else: the purpose is part of what is signed. */
export type Purpose = 'confirm' | 'manage' | 'unsubscribe' | 'bounce';

/** Whom a token names. Whether that generation still holds is for the store to say. */
export type Named = { id: ChannelId; generation: number };

export type Tokens = Record<Purpose, (id: ChannelId, generation: number) => string> & {
  /** `expired`: signed here for this purpose, and its time is over. `unknown`: anything else. */
  read(purpose: Purpose, text: string): Named | 'expired' | 'unknown';
};

/** Seconds that a token holds; one to unsubscribe never ends (RFC 8058), nor one that comes back with a bounce, weeks later. */
const lifetimes: Record<Purpose, number | null> = {
  confirm: 48 * 3_600,
  manage: 30 * 60,
  unsubscribe: null,
  bounce: null,
};

const bytes = { id: 6, generation: 3, until: 5, seal: 16 };

/**
 * Tokens for links and return addresses: channel, generation, for some the end of their time, and sixteen bytes of HMAC-SHA256.
 * Forty or 48 letters and digits in small letters, because mail servers may write the local part of an address in those.
 * @param key 32 bytes of chance that only the notifier knows.
 */
export function tokensOf(key: Uint8Array, clock: Clock): Tokens {
  const secret = createSecretKey(key);
  const sealOf = (purpose: Purpose, named: Buffer) =>
    createHmac('sha256', secret).update(`${purpose}\0`).update(named).digest().subarray(0, bytes.seal);

  function tokenFor(purpose: Purpose, id: ChannelId, generation: number) {
    const lifetime = lifetimes[purpose];
    const named = Buffer.alloc(lengthFor(purpose));
    let at = named.writeUIntBE(id, 0, bytes.id);
    at = named.writeUIntBE(generation, at, bytes.generation);
    if (lifetime !== null) named.writeUIntBE(seconds(clock) + lifetime, at, bytes.until);
    return toBase32(Buffer.concat([named, sealOf(purpose, named)]));
  }

  return {
    confirm: (id, generation) => tokenFor('confirm', id, generation),
    manage: (id, generation) => tokenFor('manage', id, generation),
    unsubscribe: (id, generation) => tokenFor('unsubscribe', id, generation),
    bounce: (id, generation) => tokenFor('bounce', id, generation),
    read(purpose, text) {
      const length = lengthFor(purpose);
      const token = readBase32(text, length + bytes.seal);
      if (!token) return 'unknown';
      const named = token.subarray(0, length);
      if (!timingSafeEqual(sealOf(purpose, named), token.subarray(length))) return 'unknown';
      const at = bytes.id + bytes.generation;
      if (lifetimes[purpose] !== null && named.readUIntBE(at, bytes.until) <= seconds(clock)) return 'expired';
      return { id: named.readUIntBE(0, bytes.id), generation: named.readUIntBE(bytes.id, bytes.generation) };
    },
  };
}

function lengthFor(purpose: Purpose) {
  return bytes.id + bytes.generation + (lifetimes[purpose] === null ? 0 : bytes.until);
}

function seconds(clock: Clock) {
  return Math.floor(clock.now().getTime() / 1000);
}

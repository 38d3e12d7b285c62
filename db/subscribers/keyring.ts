import { createHmac, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { keyFile, type AddressKeys } from './key-file.ts';
import { random } from './random.ts';
import { keyIdOf, seal, sealedBy, unseal } from './sealed.ts';

/** What makes addresses unreadable for whoever has the store alone. */
export type Keyring = {
  /** Signs tokens of links. */
  tokenKey: Buffer;
  /** Tells this keyring from others, and nothing else. */
  fingerprint: string;
  /** A keyed hash: the same text gives the same 32 bytes, and nobody without the keys finds the text. `of` keeps uses apart. */
  hashOf(of: 'email' | 'push' | 'ip' | 'limit', text: string): Buffer;
  /** A new key of a channel's own: in clear, and as it is kept. */
  keyFor(channel: number): { key: KeyObject; wrapped: Buffer };
  unwrap(channel: number, wrapped: Buffer): KeyObject;
  /** The same key, wrapped by the newest. */
  rewrap(channel: number, wrapped: Buffer): Buffer;
  /** What everything begins with that the newest key has wrapped. */
  newestHeader(): Buffer;
  /** Adds a key that seals from now on. `rotate` of the store then wraps anew what older ones had wrapped. */
  renew(now: Date): void;
  /** Destroys keys that were replaced before an instant, but none that something is under still. @returns how many. */
  dropReplaced(before: Date, isUsed: (keyId: number) => boolean): number;
};

/**
 * Opens `<dataDir>/keys/addresses.json` and `tokens.json`, and makes them, 0600, on a first start.
 * @throws a sentence when they are damaged, can be read by others, or are missing beside a store that needs them.
 */
export function openKeyring(dataDir: string, now: Date): Keyring {
  const folder = join(dataDir, 'keys');
  const file = keyFile(folder, existsSync(join(dataDir, 'subscribers.db')));
  let keys = file.addresses(() => ({
    lookup: randomBytes(32).toString('base64'),
    keys: [{ id: 1, madeAt: now.toISOString(), key: randomBytes(32).toString('base64') }],
  }));
  const tokenKey = Buffer.from(file.tokens(() => ({ key: randomBytes(32).toString('base64') })).key, 'base64');
  const lookup = createSecretKey(keys.lookup, 'base64');
  const hash = (text: string) => createHmac('sha256', lookup).update(text).digest();
  let byId = keysById(keys);
  const newest = () => keys.keys.at(-1)!.id;
  const keep = (next: AddressKeys) => {
    file.keep(next);
    keys = next;
    byId = keysById(keys);
  };
  const bytesOf = (channel: number, wrapped: Buffer) =>
    unseal(byId.get(keyIdOf(wrapped)) ?? noKey, ofKey(channel), wrapped);
  const wrap = (channel: number, key: Buffer) => seal(byId.get(newest())!, newest(), ofKey(channel), key);
  return {
    tokenKey,
    fingerprint: hash('fingerprint').toString('base64url').slice(0, 16),
    hashOf: (of, text) => hash(`${of}\0${text}`),
    keyFor(channel) {
      const key = random(32);
      return { key: createSecretKey(key), wrapped: wrap(channel, key) };
    },
    unwrap: (channel, wrapped) => createSecretKey(bytesOf(channel, wrapped)),
    rewrap: (channel, wrapped) => wrap(channel, bytesOf(channel, wrapped)),
    newestHeader: () => sealedBy(newest()),
    renew(at) {
      const made = { id: newest() + 1, madeAt: at.toISOString(), key: randomBytes(32).toString('base64') };
      keep({ ...keys, keys: [...keys.keys, made] });
    },
    dropReplaced(before, isUsed) {
      const replacedAt = (i: number) => keys.keys[i + 1]?.madeAt;
      const stay = keys.keys.filter(({ id }, i) => {
        const at = replacedAt(i);
        return at === undefined || new Date(at) >= before || isUsed(id);
      });
      const dropped = keys.keys.length - stay.length;
      if (dropped > 0) keep({ ...keys, keys: stay });
      return dropped;
    },
  };
}

/** Opens nothing: the key is not on the ring. */
const noKey = createSecretKey(Buffer.alloc(32));

const ofKey = (channel: number) => `key of channel ${channel}`;

function keysById({ keys }: AddressKeys) {
  return new Map(keys.map(({ id, key }) => [id, createSecretKey(key, 'base64')]));
}

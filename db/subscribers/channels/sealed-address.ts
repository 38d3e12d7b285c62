import type { Address } from '../channel.ts';
import { seal, unseal } from '../sealed.ts';
import type { Store } from '../store.ts';
import type { ChannelId } from '../subscribers.ts';

export type SealedRow = { wrapped: Buffer; sealed: Buffer };

/** Encrypts where a channel leads by a new key of its own. */
export function keepAddress({ sql, keyring }: Store, id: ChannelId, address: Address) {
  const { key, wrapped } = keyring.keyFor(id);
  sql.run(
    'INSERT OR REPLACE INTO addresses (channel_id, wrapped, sealed) VALUES (?, ?, ?)',
    id,
    wrapped,
    seal(key, 0, of(id), Buffer.from(JSON.stringify(address))),
  );
}

/** Null when the channel has ended, or its row is damaged. */
export function addressOf(store: Store, id: ChannelId) {
  const row = store.sql.one<SealedRow>('SELECT wrapped, sealed FROM addresses WHERE channel_id = ?', id);
  return row ? openAddress(store, id, row) : null;
}

/** Null when a row is damaged: that of one person must not stand in the way of everybody else. */
export function openAddress({ keyring }: Store, id: ChannelId, { wrapped, sealed }: SealedRow) {
  try {
    return JSON.parse(unseal(keyring.unwrap(id, wrapped), of(id), sealed).toString()) as Address;
  } catch {
    return null;
  }
}

const of = (id: ChannelId) => `address of channel ${id}`;

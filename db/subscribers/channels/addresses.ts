import type { Address } from '../channel.ts';
import type { Store } from '../store.ts';
import type { ChannelId } from '../subscribers.ts';
import { openAddress, type SealedRow } from './sealed-address.ts';

export function addresses(store: Store, ids: Iterable<ChannelId>) {
  const rows = store.sql.all<SealedRow & { id: ChannelId; generation: number }>(
    `SELECT c.id, c.generation, a.wrapped, a.sealed
     FROM json_each(?) asked JOIN channels c ON c.id = asked.value JOIN addresses a ON a.channel_id = c.id
     WHERE c.state = 'confirmed'`,
    JSON.stringify([...ids]),
  );
  return new Map<ChannelId, Address & { generation: number }>(
    rows.map((row) => [row.id, { ...openAddress(store, row.id, row), generation: row.generation }]),
  );
}

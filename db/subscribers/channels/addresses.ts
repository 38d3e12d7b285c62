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
  const known = new Map<ChannelId, Address & { generation: number }>();
  for (const row of rows) {
    const address = openAddress(store, row.id, row);
    if (address) known.set(row.id, { ...address, generation: row.generation });
  }
  return known;
}

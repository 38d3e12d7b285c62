import type { Store } from '../store.ts';
import type { ChannelId } from '../subscribers.ts';
import type { Wishes } from '../wishes.ts';
import { wishesFrom, type Follow, type WishColumns } from './wishes-of.ts';

export function wishes({ sql }: Store, ids: Iterable<ChannelId>) {
  const asked = JSON.stringify([...ids]);
  const follows = Map.groupBy(
    sql.all<Follow & { channel_id: ChannelId }>(
      `SELECT f.channel_id, f.what, f.code FROM json_each(?) asked JOIN follows f ON f.channel_id = asked.value
       ORDER BY f.channel_id, f.what, f.code`,
      asked,
    ),
    ({ channel_id }) => channel_id,
  );
  const rows = sql.all<WishColumns & { id: ChannelId }>(
    `SELECT c.id, c.kinds, c.moments, c.digest_at, c.quiet_begins, c.quiet_ends
     FROM json_each(?) asked JOIN channels c ON c.id = asked.value WHERE c.state = 'confirmed'`,
    asked,
  );
  return new Map<ChannelId, Wishes>(rows.map((row) => [row.id, wishesFrom(row, follows.get(row.id) ?? [])]));
}

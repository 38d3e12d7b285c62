import { setImmediate as breath } from 'node:timers/promises';
import type { Store } from '../store.ts';
import type { ChannelId, Followed } from '../subscribers.ts';
import { wishesFrom, type Follow, type WishColumns } from './wishes-of.ts';

const page = 5_000;

/** Reads page by page, so that others are served between; who joins meanwhile may be among them. */
export async function each({ sql }: Store, visit: (channel: Followed) => void) {
  for (let after = 0; ; await breath()) {
    const rows = sql.all<WishColumns & { id: ChannelId; lane: string }>(
      `SELECT id, lane, kinds, moments, digest_at, quiet_begins, quiet_ends FROM channels
       WHERE id > ? AND state = 'confirmed' ORDER BY id LIMIT ${page}`,
      after,
    );
    if (rows.length === 0) return;
    const last = rows.at(-1)!.id;
    const follows = sql.all<Follow & { channel_id: ChannelId }>(
      'SELECT channel_id, what, code FROM follows WHERE channel_id > ? AND channel_id <= ? ORDER BY channel_id, what, code',
      after,
      last,
    );
    let at = 0;
    for (const row of rows) {
      while (at < follows.length && follows[at]!.channel_id < row.id) at++;
      const from = at;
      while (at < follows.length && follows[at]!.channel_id === row.id) at++;
      visit({ id: row.id, lane: row.lane, wishes: wishesFrom(row, follows.slice(from, at)) });
    }
    after = last;
  }
}

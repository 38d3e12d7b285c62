import type { Kind } from '../../kinds.ts';
import type { ChannelId } from '../subscribers.ts';
import type { Store } from '../store.ts';
import type { Moment, Wishes } from '../wishes.ts';

export type WishColumns = {
  kinds: string;
  moments: string;
  digest_at: number | null;
  quiet_begins: number | null;
  quiet_ends: number | null;
};
export type Follow = { what: 'place' | 'notice'; code: string };

/** Wishes of nothing: of a channel that has not said what it wants. */
export const noWishes: Wishes = { places: [], kinds: [], notices: [], moments: [], digestAt: null, quiet: null };

export function wishesFrom(row: WishColumns, follows: Follow[]): Wishes {
  const codes = (what: Follow['what']) => follows.filter((each) => each.what === what).map(({ code }) => code);
  return {
    places: codes('place'),
    kinds: words(row.kinds) as Kind[],
    notices: codes('notice'),
    moments: words(row.moments) as Moment[],
    digestAt: row.digest_at,
    quiet: row.quiet_begins === null || row.quiet_ends === null ? null : { from: row.quiet_begins, to: row.quiet_ends },
  };
}

export function columnsOf({ kinds, moments, digestAt, quiet }: Wishes) {
  return [kinds.join(' '), moments.join(' '), digestAt, quiet?.from ?? null, quiet?.to ?? null] as const;
}

export function wishesOf({ sql }: Store, id: ChannelId): Wishes {
  const row = sql.one<WishColumns>(
    'SELECT kinds, moments, digest_at, quiet_begins, quiet_ends FROM channels WHERE id = ?',
    id,
  )!;
  return wishesFrom(
    row,
    sql.all<Follow>('SELECT what, code FROM follows WHERE channel_id = ? ORDER BY what, code', id),
  );
}

/** Puts new wishes in place of what a channel wanted. */
export function setWishes(store: Store, id: ChannelId, wishes: Wishes) {
  store.sql.run(
    'UPDATE channels SET kinds = ?, moments = ?, digest_at = ?, quiet_begins = ?, quiet_ends = ? WHERE id = ?',
    ...columnsOf(wishes),
    id,
  );
  removeFollows(store, id);
  addFollows(store, id, wishes);
}

export function addFollows({ sql }: Store, id: ChannelId, { places, notices }: Wishes) {
  const add = (what: Follow['what'], codes: string[]) =>
    void sql.run(
      'INSERT OR IGNORE INTO follows (channel_id, what, code) SELECT ?, ?, value FROM json_each(?)',
      id,
      what,
      JSON.stringify(codes),
    );
  if (places.length > 0) add('place', places);
  if (notices.length > 0) add('notice', notices);
}

export function removeFollows({ sql }: Pick<Store, 'sql'>, id: ChannelId) {
  sql.run('DELETE FROM follows WHERE channel_id = ?', id);
}

function words(text: string) {
  return text === '' ? [] : text.split(' ');
}

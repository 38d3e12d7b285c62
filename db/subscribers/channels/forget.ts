import type { Store } from '../store.ts';
import type { ChannelId } from '../subscribers.ts';
import { channelById } from './state-of.ts';

export async function forget(store: Store, id: ChannelId, at: Date) {
  const channel = channelById(store, id);
  if (!channel) return false;
  store.forgotten.add({ lookup: channel.lookup.toString('base64url'), at: at.toISOString(), is: 'forgotten' });
  const known = await store.write(() => eraseChannel(store, id));
  emptyLog(store);
  return known;
}

/** Part of a change. Removes a channel and all that stands about it; a trigger lets its consents go only after it. */
export function eraseChannel({ sql }: Pick<Store, 'sql'>, id: ChannelId) {
  sql.run('DELETE FROM addresses WHERE channel_id = ?', id);
  sql.run('DELETE FROM follows WHERE channel_id = ?', id);
  const { changes } = sql.run('DELETE FROM channels WHERE id = ?', id);
  sql.run('DELETE FROM consents WHERE channel_id = ?', id);
  return changes > 0;
}

/** The write-ahead log holds pages as they were before; afterwards it is empty. */
export function emptyLog({ sql }: Pick<Store, 'sql'>) {
  sql.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}

import { endChannel } from '../channels/end-channel.ts';
import { eraseChannel, emptyLog } from '../channels/forget.ts';
import { channelById } from '../channels/state-of.ts';
import { retention } from '../retention.ts';
import type { Store } from '../store.ts';
import type { ChannelId } from '../subscribers.ts';
import { dropOldKeys } from './drop-old-keys.ts';
import { removePutAside } from './remove-put-aside.ts';

/** Rows that one commit removes, so that others are served between. */
const batch = 500;

export async function tidy(store: Store, now: Date) {
  const before = (time: number) => now.getTime() - time;
  const removed = {
    unconfirmed: await inBatches(store, "state = 'asked' AND asked_at <= ?", [before(retention.unconfirmed)], (id) =>
      endChannel(store, channelById(store, id)!, 'never confirmed', now),
    ),
    neverAgreed: await inBatches(store, neverAgreed, [before(retention.unanswered), before(retention.declined)], (id) =>
      eraseChannel(store, id),
    ),
    ended: await inBatches(store, "state = 'ended' AND ended_at <= ?", [before(retention.ended)], (id) =>
      eraseChannel(store, id),
    ),
    events: await dropEvents(store, before(retention.told)),
    forgotten: store.forgotten.trim(new Date(before(retention.backups))),
    keys: dropOldKeys(store, now),
    putAside: removePutAside(store.file, now),
  };
  if (Object.values(removed).some((many) => many > 0)) emptyLog(store);
  return removed;
}

/** Those who left without a yes, or never gave one, and had not given one at any time before. */
const neverAgreed = `state = 'ended' AND confirmed_at IS NULL AND ended_at <= ?1
  AND (ended_reason <> 'unsubscribed' OR ended_at <= ?2)
  AND NOT EXISTS (SELECT 1 FROM consents WHERE channel_id = channels.id AND what = 'confirmed')`;

async function inBatches(store: Store, which: string, before: number[], remove: (id: ChannelId) => unknown) {
  for (let erased = 0; ;) {
    const some = await store.write(() => {
      const rows = store.sql.all<{ id: ChannelId }>(`SELECT id FROM channels WHERE ${which} LIMIT ${batch}`, ...before);
      for (const { id } of rows) remove(id);
      return rows.length;
    });
    erased += some;
    if (some < batch) return erased;
  }
}

async function dropEvents({ sql, write }: Store, before: number) {
  for (let dropped = 0; ; dropped++) {
    const some = await write(() => {
      const event = sql.one<{ seq: number }>('SELECT seq FROM events WHERE expires_at <= ? LIMIT 1', before);
      if (!event) return false;
      sql.run('DELETE FROM chunks WHERE event_seq = ?', event.seq);
      sql.run('DELETE FROM events WHERE seq = ?', event.seq);
      return true;
    });
    if (!some) return dropped;
  }
}

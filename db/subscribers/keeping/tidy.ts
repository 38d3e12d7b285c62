import { endChannel } from '../channels/end-channel.ts';
import { eraseChannel, emptyLog } from '../channels/forget.ts';
import { channelById } from '../channels/state-of.ts';
import { retention } from '../retention.ts';
import type { Store } from '../store.ts';
import type { ChannelId } from '../subscribers.ts';

/** Rows that one commit removes, so that others are served between. */
const batch = 500;

export async function tidy(store: Store, now: Date) {
  const before = (time: number) => now.getTime() - time;
  const removed = {
    unconfirmed: await inBatches(store, "state = 'asked' AND asked_at <= ?", before(retention.unconfirmed), (id) =>
      withdrawQuestion(store, id, now),
    ),
    ended: await inBatches(store, "state = 'ended' AND ended_at <= ?", before(retention.ended), (id) =>
      eraseChannel(store, id),
    ),
    events: await dropEvents(store, before(retention.told)),
    forgotten: store.forgotten.trim(new Date(before(retention.backups))),
  };
  if (Object.values(removed).some((many) => many > 0)) emptyLog(store);
  return removed;
}

/** Who was there before stays known as somebody who has left: whoever types their address in must not erase what they had agreed to. */
function withdrawQuestion(store: Store, id: ChannelId, now: Date) {
  const before = store.sql.one("SELECT 1 AS yes FROM consents WHERE channel_id = ? AND what = 'ended'", id);
  if (before) endChannel(store, channelById(store, id)!, 'never confirmed', now);
  else eraseChannel(store, id);
}

async function inBatches(store: Store, which: string, before: number, remove: (id: ChannelId) => void) {
  for (let erased = 0; ;) {
    const some = await store.write(() => {
      const rows = store.sql.all<{ id: ChannelId }>(`SELECT id FROM channels WHERE ${which} LIMIT ${batch}`, before);
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

import type { Lane } from '../channel.ts';
import type { Store } from '../store.ts';
import type { Claim } from '../subscribers.ts';
import { bitsOf, placeOf, set } from './bits.ts';
import { chunkById, endChunk, keepSets, type ChunkRow } from './chunk-row.ts';
import { closeExpired } from './close-expired.ts';
import { count } from './count.ts';
import { partsOf, untoldIn } from './digest-parts.ts';
import { dueChunks } from './due-chunks.ts';
import { eventFrom, type EventRow } from './event-row.ts';
import { unpackIds } from './id-set.ts';
import { outstandingOf, union } from './members.ts';
import { mergeDigests } from './merge-digests.ts';
import { stillThere } from './still-there.ts';

export type Asked = { now: Date; shut: ReadonlySet<Lane>; most: number; leaseUntil: Date };

export function claim(store: Store, { now, shut, most, leaseUntil }: Asked) {
  return store.write(() => {
    closeExpired(store, now);
    mergeDigests(store, now);
    const claims: Claim[] = [];
    // Again where everybody of a chunk has left: it is not to be taken for an empty ledger.
    for (let due = [0]; due.length > 0 && claims.length < most;) {
      due = dueChunks(store, now, shut, most - claims.length);
      for (const id of due) {
        const claimed = take(store, chunkById(store, id)!, now, leaseUntil);
        if (claimed) claims.push(claimed);
      }
    }
    return claims;
  });
}

/** Null when nobody is left in it: then the chunk has ended. */
function take(store: Store, row: ChunkRow, now: Date, leaseUntil: Date): Claim | null {
  const ids = dropWhoLeft(store, row, now);
  if (ids.length === 0) {
    if (row.form === 'merged') count(store, 'expired', untoldIn(store, row));
    endChunk(store, row.id, 'done', now);
    return null;
  }
  store.sql.run('UPDATE chunks SET fence = fence + 1, lease_until = ? WHERE id = ?', leaseUntil.getTime(), row.id);
  return {
    chunk: row.id,
    fence: row.fence + 1,
    lane: row.lane,
    as: row.form === 'merged' ? 'digest' : 'itself',
    event: eventFrom(store.sql.one<EventRow>('SELECT * FROM events WHERE seq = ?', row.event_seq)!),
    notBefore: new Date(row.not_before),
    urgency: row.urgency,
    ids: shuffled(ids),
  };
}

function dropWhoLeft(store: Store, row: ChunkRow, now: Date) {
  const outstanding = outstandingOf(row);
  const there = stillThere(store, outstanding, row.event_seq);
  // All that a digest had for somebody may have been taken back.
  const ids = row.form === 'merged' ? both(there, union(partsOf(store, row, now).map((part) => part.ids))) : there;
  if (ids.length < outstanding.length) {
    const want = unpackIds(row.want);
    row.dead = bitsOf(row.dead, row.wanted);
    for (const id of outstanding) if (placeOf(ids, id) < 0) set(row.dead, placeOf(want, id));
    keepSets(store, { ...row, left: ids.length });
  }
  return ids;
}

function both(some: Uint32Array, others: Uint32Array) {
  return some.filter((id) => placeOf(others, id) >= 0);
}

/** Fisher and Yates: nobody is first because they came first. */
function shuffled(ids: Uint32Array) {
  for (let i = ids.length - 1; i > 0; i--) {
    const other = Math.floor(Math.random() * (i + 1));
    [ids[i], ids[other]] = [ids[other]!, ids[i]!];
  }
  return ids;
}

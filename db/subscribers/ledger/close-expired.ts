import type { Store } from '../store.ts';
import { endChunk, type ChunkRow } from './chunk-row.ts';
import { count } from './count.ts';
import { untoldIn } from './digest-parts.ts';
import { outstandingOf } from './members.ts';
import { stillThere } from './still-there.ts';

/** Chunks at a time: the rest ends with the next claim, and is given to nobody meanwhile. */
const most = 50;

/** Part of a change. Ends what nobody should see any more, and counts who was to be told. What is in hand ends when it comes back. */
export function closeExpired(store: Store, now: Date) {
  const rows = store.sql.all<ChunkRow>(
    `SELECT * FROM chunks
     WHERE ended_at IS NULL AND expires_at <= ? AND (lease_until IS NULL OR lease_until <= ?) LIMIT ${most}`,
    now.getTime(),
    now.getTime(),
  );
  for (const row of rows) {
    if (row.form === 'merged') count(store, 'expired', untoldIn(store, row));
    else count(store, 'expired', stillThere(store, outstandingOf(row), row.event_seq).length);
    endChunk(store, row.id, 'expired', now);
  }
}

import type { Store } from '../store.ts';
import { placeOf } from './bits.ts';
import type { ChunkRow } from './chunk-row.ts';
import { outstandingOf, reachedOf, union, type Sets } from './members.ts';

export function told(store: Store, noticeId: string, but = '') {
  const chunks = store.sql.all<ChunkRow>(
    `SELECT c.* FROM events e JOIN chunks c ON c.event_seq = e.seq
     WHERE e.notice_id = ? AND e.id <> ?
       AND (c.done IS NOT NULL OR c.ambiguous IS NOT NULL OR c.lease_until IS NOT NULL OR c.merged_into IS NOT NULL)`,
    noticeId,
    but,
  );
  return union(chunks.flatMap((chunk) => [reachedOf(chunk), inHand(store, chunk)]));
}

/** Those of a chunk whose message a sender has, by itself or in a digest. */
function inHand({ sql }: Store, chunk: ChunkRow) {
  if (chunk.merged_into === null) return chunk.lease_until === null ? new Uint32Array() : outstandingOf(chunk);
  const digests = sql.all<Sets>(
    `SELECT want, done, dead, ambiguous FROM chunks
     WHERE event_seq = ? AND lane = ? AND first_id <= ? AND last_id >= ? AND lease_until IS NOT NULL`,
    chunk.merged_into,
    chunk.lane,
    chunk.last_id,
    chunk.first_id,
  );
  const sending = union(digests.map(outstandingOf));
  return outstandingOf(chunk).filter((id) => placeOf(sending, id) >= 0);
}

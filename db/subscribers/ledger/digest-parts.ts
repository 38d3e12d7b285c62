import type { Store } from '../store.ts';
import type { DigestPart } from '../subscribers.ts';
import { placeOf } from './bits.ts';
import { chunkById, type ChunkRow } from './chunk-row.ts';
import { eventFrom, type EventRow } from './event-row.ts';
import { unpackIds } from './id-set.ts';
import { outstandingOf, union, type Sets } from './members.ts';

export function digestParts(store: Store, chunk: number, now: Date): DigestPart[] {
  const row = chunkById(store, chunk);
  return row?.form === 'merged' ? partsOf(store, row, now) : [];
}

/** What a chunk of a digest tells, the most urgent first; not what was taken back or has expired meanwhile. */
export function partsOf(store: Store, digest: ChunkRow, now: Date): DigestPart[] {
  const want = unpackIds(digest.want);
  const rows = store.sql.all<EventRow & Sets>(
    `SELECT e.*, c.want, c.done, c.dead, c.ambiguous FROM chunks c JOIN events e ON e.seq = c.event_seq
     WHERE c.merged_into = ? AND c.lane = ? AND c.first_id <= ? AND c.last_id >= ?
       AND e.withdrawn_at IS NULL AND e.expires_at > ?
     ORDER BY c.urgency, e.seq`,
    digest.event_seq,
    digest.lane,
    digest.last_id,
    digest.first_id,
    now.getTime(),
  );
  return [...Map.groupBy(rows, ({ seq }) => seq).values()]
    .map((some) => ({
      event: eventFrom(some[0]!),
      ids: union(some.map(outstandingOf)).filter((id) => placeOf(want, id) >= 0),
    }))
    .filter(({ ids }) => ids.length > 0);
}

/** Part of a change. Notes in the parts of a digest whom it has reached, so that each event knows whom it was told. */
export function tellParts(
  store: Store,
  digest: ChunkRow,
  reached: number[],
  mark: (part: ChunkRow, ids: number[]) => void,
) {
  if (reached.length === 0) return;
  const parts = store.sql.all<ChunkRow>(
    `SELECT c.* FROM chunks c JOIN events e ON e.seq = c.event_seq
     WHERE c.merged_into = ? AND c.lane = ? AND c.first_id <= ? AND c.last_id >= ? AND e.withdrawn_at IS NULL`,
    digest.event_seq,
    digest.lane,
    digest.last_id,
    digest.first_id,
  );
  for (const part of parts) mark(part, reached);
}

import type { Store } from '../store.ts';
import type { DigestPart } from '../subscribers.ts';
import { placeOf } from './bits.ts';
import { chunkById, type ChunkRow } from './chunk-row.ts';
import { eventFrom, type EventRow } from './event-row.ts';
import { unpackIds } from './id-set.ts';
import { outstandingOf, union, type Sets } from './members.ts';
import { stillThere } from './still-there.ts';

export function digestParts(store: Store, chunk: number, now: Date): DigestPart[] {
  const row = chunkById(store, chunk);
  if (row?.form !== 'merged') return [];
  const parts = partsOf(store, row, now);
  store.telling.set(chunk, new Set(parts.flatMap(({ chunks }) => chunks)));
  return parts.map(({ event, ids }) => ({ event, ids }));
}

/** What a chunk of a digest tells, the most urgent first; not what was taken back or has expired meanwhile. */
export function partsOf(store: Store, digest: ChunkRow, now: Date): (DigestPart & { chunks: number[] })[] {
  const want = unpackIds(digest.want);
  const rows = store.sql.all<EventRow & Sets & { chunk: number }>(
    `SELECT e.*, c.id AS chunk, c.want, c.done, c.dead, c.ambiguous FROM chunks c JOIN events e ON e.seq = c.event_seq
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
      chunks: some.map(({ chunk }) => chunk),
      event: eventFrom(some[0]!),
      ids: union(some.map(outstandingOf)).filter((id) => placeOf(want, id) >= 0),
    }))
    .filter(({ ids }) => ids.length > 0);
}

/** Part of a change. What a chunk of a digest that is in hand tells, also where it was taken back, moved or has expired since. */
export function toldParts(store: Store, digest: ChunkRow, at: Date) {
  // By their chunks: of the same event there are others, for those who wait for the digest of another hour.
  const told = store.telling.get(digest.id) ?? partsOf(store, digest, at).flatMap(({ chunks }) => chunks);
  return [...told].flatMap((id) => chunkById(store, id) ?? []);
}

/** Part of a change, at the end of a chunk of a digest. @returns how often something was not told in it that had not been taken back. */
export function untoldIn(store: Store, digest: ChunkRow) {
  const want = unpackIds(digest.want);
  return merged(store, digest).reduce((untold, part) => {
    const outstanding = outstandingOf(part).filter((id) => placeOf(want, id) >= 0);
    return untold + (isWithdrawn(store, part) ? 0 : stillThere(store, outstanding, part.event_seq).length);
  }, 0);
}

function merged({ sql }: Store, digest: ChunkRow) {
  return sql.all<ChunkRow>(
    'SELECT * FROM chunks WHERE merged_into = ? AND lane = ? AND first_id <= ? AND last_id >= ?',
    digest.event_seq,
    digest.lane,
    digest.last_id,
    digest.first_id,
  );
}

function isWithdrawn({ sql }: Store, { event_seq }: ChunkRow) {
  return sql.one('SELECT 1 AS yes FROM events WHERE seq = ? AND withdrawn_at IS NOT NULL', event_seq) !== undefined;
}

import { koreanDay, koreanTime } from '../../clock.ts';
import type { Store } from '../store.ts';
import { addChunks } from './add-chunks.ts';
import { placeOf } from './bits.ts';
import { endChunk, type ChunkRow } from './chunk-row.ts';
import { addEvent } from './event-row.ts';
import { outstandingOf, union } from './members.ts';

/**
 * Part of a change. Where the hour of digests has come, makes chunks of all that waits for it: a channel stands in one of them, however
 * much it is told. What comes later for an hour that has gone out is a digest of its own.
 */
export function mergeDigests(store: Store, now: Date) {
  const hours = store.sql.all<{ not_before: number }>(
    "SELECT DISTINCT not_before FROM chunks WHERE ended_at IS NULL AND form = 'digest' AND not_before <= ? AND expires_at > ?",
    now.getTime(),
    now.getTime(),
  );
  for (const { not_before: hour } of hours) mergeHour(store, hour, now);
}

function mergeHour(store: Store, hour: number, now: Date) {
  const parts = store.sql.all<ChunkRow & { expires_at: number }>(
    "SELECT * FROM chunks WHERE ended_at IS NULL AND form = 'digest' AND not_before = ? AND expires_at > ?",
    hour,
    now.getTime(),
  );
  const expiresAt = parts.reduce((latest, { expires_at }) => Math.max(latest, expires_at), 0);
  const digest = addDigest(store, hour, expiresAt, now);
  for (const [lane, some] of Map.groupBy(parts, (part) => part.lane))
    for (const [urgency, ids] of byUrgency(some))
      addChunks(store, { eventSeq: digest, lane, form: 'merged', urgency, notBefore: hour, expiresAt, ids });
  for (const { id } of parts) {
    endChunk(store, id, 'merged', now);
    store.sql.run('UPDATE chunks SET merged_into = ? WHERE id = ?', digest, id);
  }
}

/** Each channel once, by the most urgent of what it is told. */
function byUrgency(parts: ChunkRow[]) {
  const most = new Map<number, Uint32Array>();
  let placed = new Uint32Array();
  for (const urgency of new Set(parts.map((part) => part.urgency).sort((a, b) => a - b))) {
    const ids = union(parts.filter((part) => part.urgency === urgency).map(outstandingOf));
    most.set(
      urgency,
      ids.filter((id) => placeOf(placed, id) < 0),
    );
    placed = union([placed, ids]);
  }
  return most;
}

/** Its id names the hour, `digest-2026-11-22-08`; a second one of an hour, `digest-2026-11-22-08-2`. */
function addDigest(store: Store, hour: number, expiresAt: number, now: Date) {
  const notBefore = new Date(hour);
  const id = `digest-${koreanDay(notBefore)}-${koreanTime(notBefore).slice(0, 2)}`;
  for (let nth = 1; ; nth++) {
    const seq = addEvent(
      store,
      {
        id: nth === 1 ? id : `${id}-${nth}`,
        kind: 'notice',
        noticeId: '',
        noticeName: '',
        noticeKind: 'apt',
        sido: null,
        sigungu: null,
        path: '/',
        notBefore,
        expiresAt: new Date(expiresAt),
      },
      now,
    );
    if (seq !== null) return seq;
  }
}

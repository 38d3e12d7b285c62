import { koreanDay, koreanTime } from '../../clock.ts';
import type { Store } from '../store.ts';
import { addChunks } from './add-chunks.ts';
import { endChunk, type ChunkRow } from './chunk-row.ts';
import { addEvent } from './event-row.ts';
import { outstandingOf, union } from './members.ts';
import { urgencyOfDigest } from './urgency.ts';

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
    addChunks(store, {
      eventSeq: digest,
      lane,
      form: 'merged',
      urgency: urgencyOfDigest,
      notBefore: hour,
      expiresAt,
      ids: union(some.map(outstandingOf)),
    });
  for (const { id } of parts) {
    endChunk(store, id, 'merged', now);
    store.sql.run('UPDATE chunks SET merged_into = ? WHERE id = ?', digest, id);
  }
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

import type { Store } from '../store.ts';
import type { Sets } from './members.ts';

export type ChunkRow = Sets & {
  id: number;
  event_seq: number;
  lane: string;
  form: 'itself' | 'digest' | 'merged';
  urgency: number;
  not_before: number;
  fence: number;
  lease_until: number | null;
  wanted: number;
  left: number;
  first_id: number;
  last_id: number;
  merged_into: number | null;
  ended_at: number | null;
};

export function chunkById({ sql }: Store, id: number) {
  return sql.one<ChunkRow>('SELECT * FROM chunks WHERE id = ?', id);
}

/** Part of a change. */
export function keepSets({ sql }: Store, { id, done, dead, ambiguous, left }: ChunkRow) {
  sql.run(
    'UPDATE chunks SET done = ?, dead = ?, ambiguous = ?, "left" = ? WHERE id = ?',
    done,
    dead,
    ambiguous,
    left,
    id,
  );
}

/** Part of a change. */
export function endChunk({ sql }: Store, id: number, reason: 'done' | 'expired' | 'merged', at: Date) {
  sql.run(
    'UPDATE chunks SET ended_at = ?, ended_reason = ?, lease_until = NULL WHERE id = ?',
    at.getTime(),
    reason,
    id,
  );
}

import type { Store } from '../store.ts';
import { packIds } from './id-set.ts';

/** Channels of one chunk. */
const size = 1_000;

type NewChunks = {
  eventSeq: number;
  lane: string;
  form: 'itself' | 'digest' | 'merged';
  urgency: number;
  notBefore: number;
  expiresAt: number;
  /** Ascending. */
  ids: Uint32Array;
};

/** Part of a change. Writes chunks of up to a thousand, in as many statements as there are chunks. */
export function addChunks({ sql }: Store, chunks: NewChunks) {
  const { eventSeq, lane, form, urgency, notBefore, expiresAt, ids } = chunks;
  for (let from = 0; from < ids.length; from += size) {
    const some = ids.subarray(from, from + size);
    sql.run(
      `INSERT INTO chunks (event_seq, lane, form, urgency, turn, not_before, expires_at, again_at, fence,
         wanted, "left", first_id, last_id, want)
       VALUES (?, ?, ?, ?, random() & 0x7fffffff, ?, ?, 0, 0, ?, ?, ?, ?, ?)`,
      eventSeq,
      lane,
      form,
      urgency,
      notBefore,
      expiresAt,
      some.length,
      some.length,
      some[0]!,
      some.at(-1)!,
      packIds(some),
    );
  }
}

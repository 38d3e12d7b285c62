import type { Store } from '../store.ts';
import { reachedOf, union, type Sets } from './members.ts';

const day = 86_400_000;

type To = { notBefore: Date; expiresAt: Date } | null;

/** What is in hand is on its way; it counts as told when that is settled. */
export function move(store: Store, eventId: string, to: To, at: Date) {
  return store.write(() => {
    const event = store.sql.one<{ seq: number; not_before: number }>(
      'SELECT seq, not_before FROM events WHERE id = ?',
      eventId,
    );
    if (!event) return { told: 0 };
    if (to) moveTo(store, event.seq, event.not_before, to);
    else takeBack(store, event.seq, at);
    const chunks = store.sql.all<Sets>('SELECT want, done, dead, ambiguous FROM chunks WHERE event_seq = ?', event.seq);
    return { told: union(chunks.map(reachedOf)).length };
  });
}

/** Part of a change. */
export function takeBack({ sql }: Store, seq: number, at: Date) {
  sql.run('UPDATE events SET withdrawn_at = ? WHERE seq = ?', at.getTime(), seq);
  sql.run(
    "UPDATE chunks SET ended_at = ?, ended_reason = 'withdrawn' WHERE event_seq = ? AND ended_at IS NULL",
    at.getTime(),
    seq,
  );
}

/**
 * Opens again what was taken back, had expired or waits in a digest. Who waits for an hour of their own (the end of a quiet night, a
 * digest) is moved by whole days, so that the hour stays theirs: to the first one that is not before the new time.
 */
function moveTo({ sql }: Store, seq: number, before: number, { notBefore, expiresAt }: NonNullable<To>) {
  const [to, expires] = [notBefore.getTime(), expiresAt.getTime()];
  sql.run('UPDATE events SET withdrawn_at = NULL, not_before = ?, expires_at = ? WHERE seq = ?', to, expires, seq);
  // A division of integers rounds towards zero: days up to a later hour are rounded up by hand. The driver gives numbers as REAL.
  sql.run(
    `UPDATE chunks SET ended_at = NULL, ended_reason = NULL, merged_into = NULL, expires_at = ?,
       not_before = CASE
         WHEN not_before = ? THEN ?
         WHEN not_before < ? THEN not_before + (CAST(? AS INTEGER) - not_before + ${day - 1}) / ${day} * ${day}
         ELSE not_before + (CAST(? AS INTEGER) - not_before) / ${day} * ${day}
       END
     WHERE event_seq = ? AND "left" > 0 AND (ended_at IS NULL OR ended_reason <> 'done')`,
    expires,
    before,
    to,
    to,
    to,
    to,
    seq,
  );
}

import type { Lane } from '../channel.ts';
import type { Store } from '../store.ts';

/** Milliseconds: two hours more than any sender asks for. */
const longestRest = 6 * 3_600_000;

type Due = { id: number; urgency: number; turn: number; place: number };

/**
 * Numbers of chunks that are due and not in hand: by urgency, then lane by lane in turn, so that a lane with a thousand chunks does not
 * keep one with ten waiting; at random within a lane.
 */
export function dueChunks(store: Store, now: Date, shut: ReadonlySet<Lane>, most: number) {
  const at = now.getTime();
  const due: Due[] = lanesWaiting(store)
    .filter((lane) => !shut.has(lane))
    .flatMap((lane) =>
      store.sql
        .all<Omit<Due, 'place'>>(
          `SELECT id, urgency, turn FROM chunks
           WHERE ended_at IS NULL AND form <> 'digest' AND lane = ? AND not_before <= ? AND (again_at <= ? OR again_at > ?)
             AND (lease_until IS NULL OR lease_until <= ?) AND expires_at > ?
           ORDER BY urgency, turn LIMIT ?`,
          lane,
          at,
          at,
          at + longestRest,
          at,
          at,
          most,
        )
        .map((row, place) => ({ ...row, place })),
    );
  return due
    .sort((a, b) => a.urgency - b.urgency || a.place - b.place || a.turn - b.turn)
    .slice(0, most)
    .map(({ id }) => id);
}

/** A step in the index for each lane, however many chunks it has. */
function lanesWaiting({ sql }: Store) {
  return sql
    .all<{ lane: Lane | null }>(
      `WITH RECURSIVE lanes (lane) AS (
         SELECT min(lane) FROM chunks WHERE ended_at IS NULL AND form <> 'digest'
         UNION ALL
         SELECT (SELECT min(c.lane) FROM chunks c WHERE c.ended_at IS NULL AND c.form <> 'digest' AND c.lane > lanes.lane)
         FROM lanes WHERE lanes.lane IS NOT NULL
       )
       SELECT lane FROM lanes`,
    )
    .flatMap(({ lane }) => lane ?? []);
}

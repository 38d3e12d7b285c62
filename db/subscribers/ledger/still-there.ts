import type { Store } from '../store.ts';

/** Those of some channels for whom an event is: confirmed, and since before the event was written down. */
export function stillThere({ sql }: Store, ids: Uint32Array, eventSeq: number) {
  const missing = sql.all<{ id: number }>(
    `SELECT asked.value AS id FROM json_each(?) asked LEFT JOIN channels c ON c.id = asked.value
     WHERE c.id IS NULL OR c.state <> 'confirmed' OR c.since >= ?`,
    `[${ids.join()}]`,
    eventSeq,
  );
  if (missing.length === 0) return ids;
  const gone = new Set(missing.map(({ id }) => id));
  return ids.filter((id) => !gone.has(id));
}

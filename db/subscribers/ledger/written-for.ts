import type { Store } from '../store.ts';
import { outstandingOf, reachedOf, union, type Sets } from './members.ts';
import { stillThere } from './still-there.ts';

export function writtenFor(store: Store, eventIds: string[]) {
  const chunks = store.sql.all<Sets & { event_seq: number }>(
    `SELECT c.event_seq, c.want, c.done, c.dead, c.ambiguous
     FROM json_each(?) asked JOIN events e ON e.id = asked.value JOIN chunks c ON c.event_seq = e.seq`,
    JSON.stringify(eventIds),
  );
  return union(chunks.flatMap((chunk) => [reachedOf(chunk), stillThere(store, outstandingOf(chunk), chunk.event_seq)]));
}

import type { AlertEvent } from '../alert-event.ts';
import type { Store } from '../store.ts';
import type { Portion } from '../subscribers.ts';
import { addChunks } from './add-chunks.ts';
import { addEvent } from './event-row.ts';
import { urgencyOf } from './urgency.ts';

export function record(store: Store, event: AlertEvent, portions: Portion[], at: Date) {
  return store.write(() => {
    const eventSeq = addEvent(store, event, at);
    if (eventSeq === null) return false;
    const fresh = onceEach(portions);
    for (const { lane, notBefore, as, ids } of portions)
      addChunks(store, {
        eventSeq,
        lane,
        form: as,
        urgency: urgencyOf(event.kind),
        notBefore: Math.max(notBefore.getTime(), event.notBefore.getTime()),
        expiresAt: event.expiresAt.getTime(),
        ids: fresh(ids),
      });
    return true;
  });
}

/** One event reaches a channel once, even if it stands in two portions. */
function onceEach(portions: Portion[]) {
  const largest = portions.reduce((most, { ids }) => Math.max(most, ids.at(-1) ?? 0), 0);
  /** Number of the portion in which an id stood first; 0 where in none yet. */
  const first = new Uint32Array(largest + 1);
  let nth = 0;
  return (ids: Uint32Array) => {
    nth += 1;
    let again = 0;
    for (let i = 0; i < ids.length; i++)
      if (first[ids[i]!] === 0) first[ids[i]!] = nth;
      else again += 1;
    return again === 0 ? ids : ids.filter((id) => first[id] === nth);
  };
}

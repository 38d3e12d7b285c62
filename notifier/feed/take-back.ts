import type { Clock } from '../../db/clock.ts';
import type { Scheduled } from '../../db/feeds.ts';
import type { Ledger } from '../../db/subscribers/subscribers.ts';
import { publicationOf } from './alert-of.ts';
import type { Cursor } from './cursor.ts';
import type { Events } from './read-events.ts';

/**
 * Takes alerts of results back that have not gone out and whose results may not be known any more: the schedule holds or moves them,
 * or the feed does not name them though it is as new as any that was seen.
 * @returns their ids. The cursor is changed, and not kept.
 */
export async function takeBack(
  cursor: Cursor,
  schedule: ReadonlyMap<string, Scheduled>,
  { store, clock }: { store: Pick<Ledger, 'move'>; clock: Clock },
  feed: Events | null,
) {
  const now = clock.now();
  const named = new Set(feed?.events.map(({ id }) => id));
  const reaches = feed?.events.length ? Date.parse(feed.events.at(-1)!.at) : Number.POSITIVE_INFINITY;
  const isOld = !feed?.events.length || Date.parse(feed.events[0]!.at) < cursor.newest;
  const gone: string[] = [];
  for (const [id, result] of cursor.results) {
    if (result.takenBack) continue;
    const entry = schedule.get(noticeIdIn(id));
    const instant = entry ? publicationOf(id, entry) : now;
    const isHeld = instant === null || instant.getTime() > Math.max(now.getTime(), result.notBefore);
    const hasVanished = !isOld && !named.has(id) && reaches < cursor.known.get(id)!;
    if (!isHeld && !hasVanished) continue;
    await store.move(id, null, now);
    cursor.known.delete(id);
    cursor.results.set(id, { ...result, takenBack: true });
    gone.push(id);
  }
  return gone;
}

function noticeIdIn(eventId: string) {
  return eventId.split('-')[1]!;
}

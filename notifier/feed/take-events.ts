import type { Clock } from '../../db/clock.ts';
import type { FeedEvent, Scheduled } from '../../db/feeds.ts';
import type { AlertEvent } from '../../db/subscribers/alert-event.ts';
import type { Kept } from '../../db/subscribers/subscribers.ts';
import { faultsOfEvents } from './absurd.ts';
import { alertOf } from './alert-of.ts';
import { keepCursor, type Cursor } from './cursor.ts';
import { fillGap } from './fill-gap.ts';
import { readable } from './get-feed.ts';
import { absurd, isReleased, malformed, type Hold, type Release } from './hold.ts';
import type { Events } from './read-events.ts';
import { takeBack } from './take-back.ts';
import { writeAlert, type Writing } from './write-alert.ts';

export type Taking = Writing & {
  store: Kept;
  siteUrl: string;
  clock: Clock;
  fetch: typeof globalThis.fetch;
};

/** What came of the events of the site. */
export type Taken =
  | {
      is: 'taken';
      /** Ids of the alerts that were written down, in the order in which they became known. */
      told: string[];
      /** Ids of the alerts of results that were taken back. */
      takenBack: string[];
      /** Events that may not be told yet: of results that the schedule holds, or whose page cannot be read. */
      putOff: number;
      /** Events that came too late to be of use, or are of a notice that is over or cancelled. */
      stale: number;
    }
  | { is: 'held'; hold: Hold }
  | { is: 'away'; reason: string };

/** Milliseconds: an event so far ahead waits in the ledger; one that is further ahead is looked at again. */
const ahead = 300_000;

/**
 * Tells what is new in the events of the site, the oldest first and each once, and moves the cursor: all of a feed or, where it is
 * held or a part is away, nothing. Killed in it, it does the same again, and the ledger knows what it has.
 * @param schedule entries by notice.
 */
export async function takeEvents(
  { feed, etag }: { feed: Events; etag: string | null },
  cursor: Cursor,
  schedule: ReadonlyMap<string, Scheduled>,
  taking: Taking,
  release: Release | undefined,
): Promise<Taken> {
  const { store, siteUrl, clock } = taking;
  const filled = await fillGap(feed, cursor.newest, [...schedule.values()], siteUrl, taking.fetch);
  if (filled.is === 'away') return filled;
  if (filled.is === 'malformed') return { is: 'held', hold: malformed(filled.path, filled.what) };

  const isNew = ({ id, at }: Pick<FeedEvent, 'id' | 'at'>) => !cursor.known.has(id) && Date.parse(at) > cursor.since;
  const fresh = filled.events.filter(isNew);
  const nameless = filled.nameless.filter(isNew);
  const faults = faultsOfEvents(fresh, new Date(cursor.newest), clock.now());
  if (faults.length > 0 && !isReleased(absurd('/feeds/events.json', faults), release))
    return { is: 'held', hold: absurd('/feeds/events.json', faults) };
  const skipped = new Set(release?.how === 'skip' ? faults.flatMap(({ ids }) => ids) : []);

  const taken = { is: 'taken' as const, told: [] as string[], putOff: 0, stale: nameless.length };
  const pages = readablePages(taking);
  const ended = fresh.filter(({ id, kind }) => kind === 'cancelled' && !skipped.has(id));
  // At once, though its own page may not be there yet: what it announces will not be.
  for (const { noticeId } of ended) await store.cancel(noticeId, clock.now());
  const isCancelled = ({ kind, noticeId }: FeedEvent) =>
    (kind === 'notice' || kind === 'correction') &&
    (cursor.known.has(`cancelled-${noticeId}`) || ended.some((end) => end.noticeId === noticeId));
  for (const event of fresh) {
    const again = cursor.results.get(event.id)?.takenBack ? clock.now() : undefined;
    const alert = alertOf(event, schedule.get(event.noticeId), again);
    const isOver = skipped.has(event.id) || isCancelled(event);
    const fate = isOver ? 'stale' : await fateOf(alert, clock.now(), pages);
    if (fate === 'put off') {
      taken.putOff += 1;
      continue;
    }
    if (fate === 'stale') taken.stale += 1;
    else if (await writeAlert(alert!, cursor, taking)) taken.told.push(event.id);
    // Only now: what could not be written down is still to be told.
    cursor.known.set(event.id, Date.parse(event.at));
  }
  for (const { id, at } of nameless) cursor.known.set(id, Date.parse(at));
  const takenBack = await takeBack(cursor, schedule, taking, feed);
  // What the feed still names, while the schedule holds it, has to be looked at again.
  taken.putOff += feed.events.filter(({ id }) => takenBack.includes(id)).length;
  if (taken.putOff === 0) cursor.etag = etag;
  cursor.newest = Math.max(cursor.newest, ...filled.events.slice(-1).map(({ at }) => Date.parse(at)));
  await keepCursor(store, cursor, clock.now());
  return { ...taken, takenBack };
}

async function fateOf(alert: AlertEvent | null, now: Date, pages: (path: string) => Promise<boolean>) {
  if (alert === null || alert.notBefore.getTime() > now.getTime() + ahead) return 'put off';
  if (alert.expiresAt <= now || alert.expiresAt <= alert.notBefore) return 'stale';
  return (await pages(alert.path)) ? 'tell' : 'put off';
}

/** Asks whether a page can be read: no alert leads to one that is not there yet. A site that does not answer is left alone. */
function readablePages({ siteUrl, fetch }: Taking) {
  let isAway = false;
  return async (path: string) => {
    const answer = isAway ? 'away' : await readable(new URL(path, siteUrl).href, fetch);
    isAway = answer === 'away';
    return answer === 'yes';
  };
}

import { koreanDay } from '../../db/clock.ts';
import type { ArchivedEvent, FeedEvent, Scheduled } from '../../db/feeds.ts';
import { getFeed } from './get-feed.ts';
import { readArchive, type Events } from './read-events.ts';

/** All events that somebody may not know yet, the oldest first; or why they cannot be had now. */
export type Filled =
  | { is: 'whole'; events: FeedEvent[]; nameless: ArchivedEvent[] }
  | { is: 'away'; reason: string }
  | { is: 'malformed'; path: string; what: string };

/**
 * Completes the events of `events.json` from the archives when it does not reach back to the newest that is known. Archives
 * carry no names: those come from other events of the notice and from the schedule. An event whose notice neither of them names is
 * of a notice that is over, `nameless`: there is nothing to tell.
 * @param newest when the newest event that is known became known, epoch milliseconds.
 */
export async function fillGap(
  feed: Events,
  newest: number,
  schedule: Scheduled[],
  siteUrl: string,
  fetch: typeof globalThis.fetch,
): Promise<Filled> {
  const events = new Map<string, FeedEvent>(feed.events.map((event) => [event.id, event]));
  const nameless: ArchivedEvent[] = [];
  const nameOf = namesIn(feed, schedule);
  for (const month of monthsToRead(feed, newest)) {
    const path = `/feeds/events/${month}.json`;
    const got = await getFeed(new URL(path, siteUrl).href, null, fetch);
    if (got.is === 'malformed') return { is: 'malformed', path, what: got.reason };
    if (got.is !== 'new') return { is: 'away', reason: got.is === 'away' ? got.reason : `${path} did not come.` };
    const read = readArchive(got.body, month);
    if (read.is === 'wrong') return { is: 'malformed', path, what: read.what };
    const archived = read.value.events;
    const there = new Set(archived.map(({ id }) => id));
    // News of results can leave the site; anything else that is missing is to come.
    if (feed.events.some(({ id, kind, at }) => at.startsWith(month) && kind !== 'results' && !there.has(id)))
      return { is: 'away', reason: `${path} is an older copy than events.json. It is asked again.` };
    for (const event of archived) {
      const named = nameOf(event.noticeId);
      if (events.has(event.id)) continue;
      if (named) events.set(event.id, { ...event, ...named });
      else nameless.push(event);
    }
  }
  const oldestFirst = [...events.values()].sort((a, b) => (a.at === b.at ? order(a.id, b.id) : order(a.at, b.at)));
  return { is: 'whole', events: oldestFirst, nameless };
}

/** Months from that of the newest known event to that of the oldest in the feed; none where it reaches back far enough. */
function monthsToRead({ events, archives }: Events, newest: number) {
  const oldest = events.at(-1);
  if (oldest && Date.parse(oldest.at) < newest) return [];
  const from = koreanDay(new Date(newest)).slice(0, 7);
  const to = oldest?.at.slice(0, 7) ?? '9999-12';
  const months = archives.map((path) => path.slice('/feeds/events/'.length, -'.json'.length));
  return months.filter((month) => month >= from && month <= to).sort();
}

function namesIn({ events }: Events, schedule: Scheduled[]) {
  type Named = Pick<FeedEvent, 'noticeName' | 'noticeKind' | 'sido' | 'sigungu'>;
  const names = new Map<string, Named>();
  for (const { noticeId, name, kind, sido, sigungu } of schedule)
    names.set(noticeId, { noticeName: name, noticeKind: kind, sido, sigungu });
  for (const { noticeId, noticeName, noticeKind, sido, sigungu } of events)
    names.set(noticeId, { noticeName, noticeKind, sido, sigungu });
  return (noticeId: string) => names.get(noticeId);
}

function order(a: string, b: string) {
  return a < b ? -1 : a > b ? 1 : 0;
}

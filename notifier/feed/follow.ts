import type { Clock } from '../../db/clock.ts';
import type { Scheduled } from '../../db/feeds.ts';
import type { Kept, Ledger } from '../../db/subscribers/subscribers.ts';
import type { Matcher } from '../match/matcher.ts';
import { changesFor } from './changes-for.ts';
import { conditional } from './conditional.ts';
import { firstCursor, keepCursor, keptCursor } from './cursor.ts';
import type { Got } from './get-feed.ts';
import { malformed, type Held, type Hold, type Release } from './hold.ts';
import { nextWait } from './next-wait.ts';
import { readEvents, readSchedule } from './read-events.ts';
import { takeBack } from './take-back.ts';
import { takeEvents } from './take-events.ts';
import { keptSchedule, takeSchedule, type KeptSchedule } from './take-schedule.ts';

export type Following = {
  /** Of the public site. */
  siteUrl: string;
  store: Pick<Ledger, 'record' | 'move' | 'cancel' | 'told'> & Kept;
  matcher: Pick<Matcher, 'portionsOf'>;
  clock: Clock;
  fetch?: typeof globalThis.fetch;
  /** From 0 up to 1: for how long to wait. */
  random?: () => number;
  /** Gets a sentence when the site goes away or comes back, when a feed is held and when it is taken again. */
  say: (line: string) => void;
};

type Polled = {
  /** Ids of the alerts that were written down, in the order in which they became known. */
  told: string[];
  /** Ids of the alerts of results that were taken back. */
  takenBack: string[];
  /** Events that may not be told yet; they are looked at again. */
  putOff: number;
  /** Events that came too late to be of use. */
  stale: number;
  /** Feeds of which nothing is taken now: an alarm. */
  held: Held[];
  /** Why the site, or a part of its feeds, could not be read; null when it could. */
  away: string | null;
  /** Milliseconds until the next poll. */
  wait: number;
};

export type Feed = {
  /**
   * Asks the site once and tells what is new. The very first time it takes all there is as known. What it does is durable when it returns;
   * killed in it, the next poll does the rest, and nothing twice.
   * @param release what an operator decided about a hold that an earlier poll reported.
   * @throws what the store throws; the next poll does the same again.
   */
  poll(release?: Release): Promise<Polled>;
  /**
   * The last schedule that was taken, for `settleReminders`; null before there was any, and until a poll has asked the site for a newer
   * one: days may have been moved while nobody followed.
   */
  schedule(): Scheduled[] | null;
};

/** Follows the public feed of the site, from where the store says that following stopped. */
export async function followFeed(following: Following): Promise<Feed> {
  const { siteUrl, store, clock, fetch = globalThis.fetch, random = Math.random, say } = following;
  let cursor = await keptCursor(store);
  let schedule = await keptSchedule(store);
  const events = conditional(new URL(paths.events, siteUrl).href, cursor?.etag ?? null, fetch);
  const days = conditional(new URL(paths.schedule, siteUrl).href, schedule?.etag ?? null, fetch);
  const hear = changesFor(say);
  let failures = 0;
  let hasAsked = false;

  return {
    schedule: () => (hasAsked && schedule ? schedule.entries : null),
    async poll(release) {
      const polled: Polled = { told: [], takenBack: [], putOff: 0, stale: 0, held: [], away: null, wait: 0 };
      // The schedule is asked for last, and so is the newer of the two: what it holds is not told, whatever the events say.
      const news = await events.get();
      await pollSchedule(polled, release);
      hasAsked = true;
      if (schedule) await pollEvents(news, schedule, polled, release);
      failures = polled.away === null ? 0 : failures + 1;
      hear(polled);
      polled.wait = nextWait({ failures, instants: instantsIn(schedule) }, clock.now(), random());
      return polled;
    },
  };

  async function pollSchedule(polled: Polled, release: Release | undefined) {
    const got = await days.get();
    if (got.is === 'away') polled.away = got.reason;
    if (got.is === 'malformed') hold(polled, malformed(paths.schedule, got.reason));
    if (got.is !== 'new') return;
    const read = readSchedule(got.body);
    if (read.is === 'wrong') return void hold(polled, malformed(paths.schedule, read.what));
    const taken = await takeSchedule(read.value.entries, got.etag, schedule, store, release, clock.now());
    if (taken.is === 'held') return void hold(polled, taken.hold);
    schedule = taken.kept;
    days.settle();
  }

  async function pollEvents(news: Got, { entries }: KeptSchedule, polled: Polled, release: Release | undefined) {
    const byNotice = new Map(entries.map((entry) => [entry.noticeId, entry]));
    if (news.is === 'away') polled.away = news.reason;
    if (news.is === 'malformed') hold(polled, malformed(paths.events, news.reason));
    if (news.is !== 'new' || !(await takeNews(news, byNotice, polled, release))) await takeHeldBack(byNotice, polled);
  }

  /** @returns false where nothing was taken. */
  async function takeNews(
    { body, etag }: Got & { is: 'new' },
    byNotice: ReadonlyMap<string, Scheduled>,
    polled: Polled,
    release: Release | undefined,
  ) {
    const read = readEvents(body);
    if (read.is === 'wrong') return hold(polled, malformed(paths.events, read.what));
    if (!cursor) {
      const first = firstCursor(read.value, etag, clock.now());
      await keepCursor(store, first, clock.now());
      cursor = first;
      events.settle();
      return true;
    }
    const taking = { siteUrl, store, matcher: following.matcher, clock, fetch };
    const taken = await takeEvents({ feed: read.value, etag }, cursor, byNotice, taking, release);
    if (taken.is === 'held') return hold(polled, taken.hold);
    if (taken.is === 'away') polled.away = taken.reason;
    if (taken.is === 'away') return false;
    const { told, takenBack, putOff, stale } = taken;
    Object.assign(polled, { told, takenBack, putOff, stale });
    if (putOff === 0) events.settle();
    return true;
  }

  /** The schedule alone may say that results are held. */
  async function takeHeldBack(byNotice: ReadonlyMap<string, Scheduled>, polled: Polled) {
    if (!cursor) return;
    polled.takenBack = await takeBack(cursor, byNotice, { store, clock }, null);
    if (polled.takenBack.length === 0) return;
    events.reopen();
    cursor.etag = null;
    await keepCursor(store, cursor, clock.now());
  }
}

const paths = { events: '/feeds/events.json', schedule: '/feeds/schedule.json' };

/** The texts at fault stay out of what is reported. @returns false: nothing was taken. */
function hold({ held }: Polled, { id, reason }: Hold) {
  held.push({ id, reason });
  return false;
}

function instantsIn(schedule: KeptSchedule | null) {
  const stamps = (schedule?.entries ?? []).flatMap(({ publications }) => Object.values(publications));
  return stamps.flatMap((stamp) => (stamp === null ? [] : new Date(stamp)));
}

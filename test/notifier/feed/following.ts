import { matcherOf } from '../../../notifier/match/matcher.ts';
import { followFeed } from '../../../notifier/feed/follow.ts';
import type { Subscribers } from '../../../db/subscribers/subscribers.ts';
import { freshFolder } from '../../fresh.ts';
import { freshStore, person, wishing } from '../match/people.ts';
import type { SmallSite } from './open-site.ts';
import { entry, news, smallSite } from './small-site.ts';

/** A clock that a test sets. */
function testClock(text: string) {
  const clock = { at: new Date(text), now: () => clock.at, set: (later: string) => void (clock.at = new Date(later)) };
  return clock;
}

/** Somebody who wants everything, a small site, and a notifier that follows it from its first poll on. */
export async function aFollower(now = '2026-11-24T10:00:00+09:00') {
  const folder = freshFolder();
  const [store, site, clock] = [freshStore(folder), await smallSite(), testClock(now)];
  const id = await person(store, 1, wishing());
  const said: string[] = [];
  return { folder, store, site, clock, id, said, feed: await followingAgain({ store, site, clock, said }) };
}

/** A notifier that starts anew over the same store. */
export async function followingAgain(of: {
  store: Subscribers;
  site: SmallSite;
  clock: { now(): Date };
  said?: string[];
}) {
  const { store, site, clock, said = [] } = of;
  const matcher = await matcherOf(store);
  return followFeed({ siteUrl: site.url, store, matcher, clock, random: () => 0.5, say: (line) => said.push(line) });
}

export const yesterday = news('notice', '2026-11-23T09:30');
export const fresh = news('notice', '2026-11-24T10:01', { noticeId: '2026000002' });
export const schedule = [entry(), entry({ noticeId: '2026000002' })];
/** Of a poll after which nothing is new. */
export const outcome = { told: [], takenBack: [], putOff: 0, stale: 0, held: [], away: null };

/** Follows a site since yesterday's news, at a minute past ten. */
export async function afterTheFirstPoll() {
  const all = await aFollower();
  all.site.publish({ events: [yesterday], schedule });
  await all.feed.poll();
  all.clock.set('2026-11-24T10:02:00+09:00');
  return all;
}

import { dayAfter, koreanInstant } from '../../../db/clock.ts';
import type { Subscribers } from '../../../db/subscribers/subscribers.ts';
import { followFeed } from '../../../notifier/feed/follow.ts';
import { matcherOf, type Matcher } from '../../../notifier/match/matcher.ts';
import { settleReminders } from '../../../notifier/reminders/settle-reminders.ts';
import { openSite } from '../feed/open-site.ts';
import { consent, pushAddress, serve } from '../match/serve.ts';
import { heardBy, type Heard, type Somebody } from './reference.ts';
import { chances, someWishes } from './some-people.ts';
import type { Stage } from './staged-site.ts';

/** How a replay went: `wrong` are sentences, none where everybody got exactly what is theirs. */
export type Replayed = { people: number; alerts: number; messages: number; inDigests: number; wrong: string[] };

/**
 * Lets a day pass in seconds, from the evening before it to the noon after it: feed, events, matches, ledger, and a sender that
 * counts. Compares what each follower got, and when, with the reference. All day people come, leave and change their wishes; in the
 * middle the notifier starts anew.
 */
export async function replayDay(store: Subscribers, stages: Stage[], day: string, many: number): Promise<Replayed> {
  const ticks = ticksOf(day, stages);
  const stageAt = (tick: number) => stages.findLast(({ at }) => at.getTime() <= tick)!;
  const turn = ticks.find((tick) => tick >= koreanInstant(day, '14:14').getTime())!;
  const people = somePeople(many, stages, ticks, day);
  const got = await live(store, people, ticks, turn, stageAt);
  const expected = heardBy(people, ticks, stageAt);
  const wrong = [...got.wrong, ...differences(expected, got.heard)];
  const alerts = new Set(got.heard.map(({ what }) => what)).size;
  const inDigests = got.heard.filter(({ digest }) => digest).length;
  return { people: many, alerts, messages: got.heard.length, inDigests, wrong };
}

/** Every ten minutes, a minute before each hour, and whenever the site changes. */
function ticksOf(day: string, stages: Stage[]) {
  const [from, until] = [koreanInstant(dayAfter(day, -1), '17:30'), koreanInstant(dayAfter(day), '12:00')];
  const ticks = new Set<number>(stages.map(({ at }) => at.getTime()).filter((at) => at > from.getTime()));
  for (let at = from.getTime(); at <= until.getTime(); at += 60_000)
    if (at % 600_000 === 0 || at % 3_600_000 === 3_540_000) ticks.add(at);
  return [...ticks].sort((a, b) => a - b);
}

/** Korean hours at which somebody comes, leaves or changes: before and after people's own hours, and in the minutes in which these are written down. */
const turns = ['06:30', '07:20', '07:59', '08:30', '08:59', '09:00', '11:10', '14:14', '17:59', '21:30'];

/** One in fifty leaves, one in fifty comes, one in ten changes their hours alone, one in fifty all they wish for. */
function somePeople(many: number, stages: Stage[], ticks: number[], day: string): Somebody[] {
  const random = chances(many);
  const notices = stages.flatMap(({ schedule }) => schedule.map(({ noticeId }) => noticeId));
  const moments = turns.map((time) => ticks.find((tick) => tick >= koreanInstant(day, time).getTime())!);
  const sometime = () => moments[Math.floor(random() * moments.length)]!;
  return Array.from({ length: many }, (_, nth) => {
    const wishes = someWishes(random, notices);
    const other = someWishes(random, notices);
    const { digestAt, quiet } = other;
    const changed = nth % 50 === 3 ? other : nth % 10 === 4 ? { ...wishes, digestAt, quiet } : null;
    return {
      id: 0,
      wishes,
      change: changed && { at: sometime(), wishes: changed },
      from: nth % 50 === 1 ? sometime() : ticks[0]!,
      until: nth % 50 === 2 ? sometime() : Number.POSITIVE_INFINITY,
    };
  });
}

async function inBatches<T>(all: T[], work: (one: T, nth: number) => Promise<void>) {
  for (let from = 0; from < all.length; from += 1_000)
    await Promise.all(all.slice(from, from + 1_000).map((one, i) => work(one, from + i)));
}

async function live(
  store: Subscribers,
  people: Somebody[],
  ticks: number[],
  turn: number,
  stageAt: (tick: number) => Stage,
) {
  const site = await openSite();
  const clock = { at: new Date(ticks[0]!), now: () => clock.at };
  const wrong: string[] = [];
  const heard: Heard[] = [];
  const turning = new Set(people.flatMap(({ from, until, change }) => [from, until, ...(change ? [change.at] : [])]));
  const comeAndGo = (tick: number) =>
    inBatches(people, async (person, nth) => {
      if (person.from === tick) person.id = (await store.join(pushAddress(nth), person.wishes, consent)).id;
      if (person.change?.at === tick) await store.change(person.id, person.change.wishes, consent);
      if (person.until === tick) await store.end(person.id, 'unsubscribed', clock.at);
    });
  let matched = await matcherOf(store);
  // As in the notifier itself, whoever comes or changes is matched from then on.
  const matcher: Pick<Matcher, 'portionsOf'> = { portionsOf: (...asked) => matched.portionsOf(...asked) };
  const say = (line: string) => void wrong.push(`it said: ${line}`);
  const start = () => followFeed({ siteUrl: site.url, store, matcher, clock, say });
  try {
    let feed = await start();
    for (const tick of ticks) {
      clock.at = new Date(tick);
      site.files = stageAt(tick).files;
      if (turning.has(tick)) {
        await comeAndGo(tick);
        matched = await matcherOf(store);
      }
      if (tick === turn) feed = await start();
      await feed.poll();
      await settleReminders({ store, matcher }, feed.schedule() ?? [], clock.at);
      const served = await serve(store, clock.at);
      wrong.push(...outOfOrder(urgenciesOf(served)));
      for (const { event, digest, ids } of served)
        for (const id of ids) heard.push({ what: whatOf(event), id, tick, digest: digest !== null });
    }
  } finally {
    site.close();
  }
  return { heard, wrong };
}

/** A reminder at an hour of somebody's own is the same news. */
function whatOf(event: string) {
  return event.replace(/^((?:opens|closes|winners)-\w+-\d{10}-\d{4}-\d\d-\d\d)(?:-eve)?-\d\d$/, '$1');
}

function urgency(event: string) {
  if (/^(closes-today|opens-today|results)-/.test(event)) return 0;
  return /^(notice|correction)-/.test(event) ? 2 : 1;
}

/** Of each chunk, in the order in which they went: a digest is as urgent as the first that it tells. */
function urgenciesOf(served: { event: string; digest: string | null }[]) {
  return served.flatMap(({ event, digest }, i) => {
    const before = served[i - 1];
    const goesOn = digest !== null && before?.digest === digest && urgency(before.event) <= urgency(event);
    return goesOn ? [] : [urgency(event)];
  });
}

function outOfOrder(urgencies: number[]) {
  const at = urgencies.findIndex((each, i) => i > 0 && each < urgencies[i - 1]!);
  return at < 0 ? [] : [`the ${at + 1}th chunk of a moment was more urgent than the one before it`];
}

/** What somebody should have got and did not, got and should not have, got twice, or at another time or way. At most ten sentences. */
function differences(expected: Heard[], got: Heard[]) {
  const wrong: string[] = [];
  const missing = new Map<string, Map<number, Heard>>();
  for (const each of expected) {
    const ofNews = missing.get(each.what) ?? new Map<number, Heard>();
    missing.set(each.what, ofNews.set(each.id, each));
  }
  const line = ({ what, id, tick, digest }: Heard) =>
    `${what} to ${id} at ${new Date(tick).toISOString()}${digest ? ' in a digest' : ''}`;
  for (const each of got) {
    const wanted = missing.get(each.what)?.get(each.id);
    missing.get(each.what)?.delete(each.id);
    if (!wanted) wrong.push(`too much: ${line(each)}`);
    else if (wanted.tick !== each.tick || wanted.digest !== each.digest)
      wrong.push(`${line(each)} instead of ${line(wanted)}`);
    if (wrong.length >= 10) return wrong;
  }
  for (const ofNews of missing.values())
    for (const each of ofNews.values()) if (wrong.length < 10) wrong.push(`missing: ${line(each)}`);
  return wrong;
}

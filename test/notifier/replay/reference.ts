import type { FeedEvent, Scheduled } from '../../../db/feeds.ts';
import type { Wishes } from '../../../db/subscribers/wishes.ts';

/*
 * Who is to hear of what and when, written plainly from the rules and slowly, for comparison: nothing of the notifier's own is used. A
 * tick is a moment at which the notifier looks; instants are epoch milliseconds.
 */

export type Somebody = {
  id: number;
  /** From the time when they come; new ones take the place of the old from their tick on. */
  wishes: Wishes;
  change: { at: number; wishes: Wishes } | null;
  from: number;
  until: number;
};
/** `what` names the news: `closes-today-2025000001-2025-07-04`, `results-2025000001`. */
export type Heard = { what: string; id: number; tick: number; digest: boolean };
type Planned = { what: string; somebody: Somebody; expires: number; digest: boolean; reminds: boolean };
type When = { due: number; digest: boolean } | null;

const [minute, hour] = [60_000, 3_600_000];
const seoul = 9 * hour;
const midnight = (at: number) => Math.floor((at + seoul) / (24 * hour)) * 24 * hour - seoul;
const hourNow = (at: number) => Math.floor((at + seoul) / hour) % 24;

/** Everything that is told over the ticks, by the tick. */
export function heardBy(
  people: Somebody[],
  ticks: number[],
  feedAt: (tick: number) => { events: FeedEvent[]; schedule: Scheduled[] },
): Heard[] {
  const heard: Heard[] = [];
  const agenda = new Map<number, Planned[]>();
  let waiting: Planned[] = [];
  const told = new Map<string, Set<number>>();
  const seen = new Set(feedAt(ticks[0]!).events.map(({ id }) => id));
  const audiences = new Map<string, Somebody[]>();
  const looked = new Map<string, Set<number>>();
  const reminded = new Map<string, Set<Somebody>>();
  const wishesOf = ({ wishes, change }: Somebody, tick: number) =>
    change && change.at <= tick ? change.wishes : wishes;
  const isThere = ({ from, until }: Somebody, tick: number) => from <= tick && tick < until;
  const plan = (what: string, somebody: Somebody, when: When, now: number, expires: number, reminds: boolean) => {
    const tick = when && ticks.find((each) => each >= when.due && each >= now);
    if (!tick) return;
    agenda.set(tick, agenda.get(tick) ?? []);
    agenda.get(tick)!.push({ what, somebody, expires, digest: when.digest, reminds });
  };

  for (const tick of ticks) {
    const { events, schedule } = feedAt(tick);
    for (const event of events.toReversed()) {
      if (seen.has(event.id)) continue;
      seen.add(event.id);
      const { from, expires } = lifeOf(event, schedule);
      if (expires <= tick) continue;
      const before = event.kind === 'correction' ? told.get(event.noticeId) : undefined;
      const time = remembered((wishes) => usualTime(Math.max(tick, from), expires, from, wishes));
      for (const somebody of people) {
        const wishes = wishesOf(somebody, tick);
        if (!isThere(somebody, tick) || (!follows(wishes, event.kind, event) && !before?.has(somebody.id))) continue;
        plan(event.id, somebody, time(wishes), tick, expires, false);
      }
    }

    const reminders = remindersIn(schedule);
    for (const reminder of reminders) {
      const { what, moment, usual, expires } = reminder;
      const hours = looked.get(what) ?? new Set<number>();
      looked.set(what, hours);
      if (hours.has(usual) || tick >= expires) continue;
      // A whole hour of its day, or of the evening before, at which somebody looks: from two minutes before it to ten minutes after it.
      const own = [...Array(30).keys()]
        .map((h) => midnight(usual) + (h - 6) * hour)
        .filter((at) => at < usual && tick >= at - 2 * minute && tick < at + 10 * minute && !hours.has(at));
      const isUsual = tick >= usual - 2 * minute;
      if (own.length === 0 && !isUsual) continue;
      const early = remembered((wishes) => earlierTime(usual, expires, moment, wishes));
      const time = remembered((wishes) => usualTime(Math.max(tick, usual), expires, usual, wishes));
      if (!audiences.has(what))
        audiences.set(
          what,
          people.filter(({ wishes, change }) =>
            [wishes, ...(change ? [change.wishes] : [])].some((each) => follows(each, moment, reminder)),
          ),
        );
      // Each is told once: at their own hour if they were there then, otherwise at the usual one.
      const once = reminded.get(what) ?? new Set<Somebody>();
      reminded.set(what, once);
      for (const somebody of audiences.get(what)!) {
        const wishes = wishesOf(somebody, tick);
        if (!isThere(somebody, tick) || once.has(somebody) || !follows(wishes, moment, reminder)) continue;
        const when = early(wishes);
        const isOwn = when !== null && own.includes(when.due);
        if (!isOwn && !isUsual) continue;
        // Who hears on the evening before hears that it closes tomorrow: at midnight that is not true any more.
        const until = isOwn && when.due < midnight(usual) ? midnight(usual) : expires;
        plan(what, somebody, isOwn ? when : time(wishes), tick, until, true);
        once.add(somebody);
      }
      for (const at of own) hours.add(at);
      if (isUsual) hours.add(usual);
    }

    // What was taken back waits: it goes out at once where it comes back after its hour.
    const holds = new Set(reminders.map(({ what }) => what));
    const due = [...waiting, ...(agenda.get(tick) ?? [])];
    waiting = due.filter(({ what, reminds }) => reminds && !holds.has(what));
    for (const { what, somebody, expires, digest, reminds } of due) {
      if (!isThere(somebody, tick) || tick >= expires || (reminds && !holds.has(what))) continue;
      heard.push({ what, id: somebody.id, tick, digest });
      const notice = /\d{10}/.exec(what)![0];
      told.set(notice, (told.get(notice) ?? new Set()).add(somebody.id));
    }
    agenda.delete(tick);
  }
  return heard;
}

/** People with the same hours hear at the same time. */
function remembered(time: (wishes: Wishes) => When) {
  const known = new Map<string, When>();
  return (wishes: Wishes) => {
    const key = JSON.stringify([wishes.digestAt, wishes.quiet]);
    if (!known.has(key)) known.set(key, time(wishes));
    return known.get(key)!;
  };
}

type About = { noticeId: string; noticeKind: string; sido: string | null; sigungu: string | null };

function follows(wishes: Wishes, moment: string, about: About) {
  if (!(wishes.moments as string[]).includes(moment === 'cancelled' ? 'correction' : moment)) return false;
  if (wishes.notices.includes(about.noticeId)) return true;
  if (!(wishes.kinds as string[]).includes(about.noticeKind)) return false;
  return wishes.places.some((place) => place === 'all' || place === about.sido || place === about.sigungu);
}

function lifeOf(event: FeedEvent, schedule: Scheduled[]) {
  const entry = schedule.find(({ noticeId }) => noticeId === event.noticeId);
  const at = Date.parse(event.at);
  if (event.kind === 'results') {
    const score = event.id.endsWith('-score');
    const stamp = score ? entry?.publications.score : entry?.publications.competition;
    const from = stamp ? Math.max(at, Date.parse(stamp)) : at;
    return { from, expires: from + 72 * hour };
  }
  const three = at + 72 * hour;
  const closes = event.kind === 'notice' && entry?.closesOn ? Date.parse(`${entry.closesOn}T17:30:00+09:00`) : three;
  return { from: at, expires: Math.min(three, closes) };
}

function remindersIn(schedule: Scheduled[]) {
  return schedule.flatMap((entry) => {
    const { noticeId, kind: noticeKind, sido, sigungu, opensOn, closesOn, winnersOn } = entry;
    const on = (moment: string, day: string | null, shift: number, usual: number, until: number) => {
      if (!day) return [];
      const start = Date.parse(`${day}T00:00:00+09:00`) + shift * 24 * hour;
      const what = `${moment}-${noticeId}-${new Date(start + seoul).toISOString().slice(0, 10)}`;
      const about = { noticeId, noticeKind, sido, sigungu };
      return [{ what, moment, ...about, usual: start + usual * hour, expires: start + until * hour }];
    };
    return [
      ...on('opens-tomorrow', opensOn, -1, 18, 24),
      ...on('opens-today', opensOn, 0, 7.5, 17.5),
      ...on('closes-today', closesOn, 0, 9, 17.5),
      ...on('winners-today', winnersOn, 0, 8, 24),
    ];
  });
}

function isQuiet(at: number, { quiet }: Wishes) {
  if (!quiet) return false;
  for (let h = quiet.from; h !== quiet.to; h = (h + 1) % 24) if (h === hourNow(at)) return true;
  return false;
}

/** The digest that comes next, if it comes in time; otherwise at once, or when quiet ends. */
function usualTime(at: number, expires: number, due: number, wishes: Wishes): When {
  const nextHour = Math.ceil(at / hour) * hour;
  if (wishes.digestAt !== null)
    for (let t = nextHour; t < expires; t += hour) if (isDigest(t, wishes)) return { due: t, digest: true };
  if (!isQuiet(at, wishes)) return { due, digest: false };
  for (let t = nextHour; t < expires; t += hour) if (!isQuiet(t, wishes)) return { due: t, digest: false };
  return null;
}

/** A digest comes at its hour, or, where that is quiet, as soon after it as it is not. */
function isDigest(at: number, wishes: Wishes) {
  let t = midnight(at) + wishes.digestAt! * hour;
  while (isQuiet(t, wishes)) t += hour;
  return (t - at) % (24 * hour) === 0;
}

/** Before the usual hour on the same day: with the digest, or in the last hour that is not quiet. What closes is told from 18:00 before. */
function earlierTime(usual: number, expires: number, moment: string, wishes: Wishes): When {
  if (wishes.digestAt !== null) {
    for (let t = midnight(usual); t < usual; t += hour) if (isDigest(t, wishes)) return { due: t, digest: true };
    for (let t = midnight(usual); t < expires; t += hour) if (isDigest(t, wishes)) return null;
  }
  if (usualTime(usual, expires, usual, { ...wishes, digestAt: null })) return null;
  const first = midnight(usual) - (moment === 'closes-today' ? 6 * hour : 0);
  for (let t = Math.ceil(usual / hour) * hour - hour; t >= first; t -= hour)
    if (t < usual && !isQuiet(t, wishes)) return { due: t, digest: false };
  return null;
}

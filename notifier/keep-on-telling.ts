import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../db/clock.ts';
import { sentenceOf } from '../db/command-line.ts';
import type { ClockDoubt } from './clock-doubt.ts';
import type { Release } from './feed/hold.ts';
import type { Feed } from './feed/follow.ts';
import { inARow } from './in-a-row.ts';
import type { Matcher } from './match/matcher.ts';
import { settleReminders, type Settling } from './reminders/settle-reminders.ts';
import type { Figures } from './watch/figures.ts';

type Telling = {
  feed: Feed;
  store: Settling['store'];
  matcher: Pick<Matcher, 'portionsOf'>;
  clock: Clock;
  inDoubt: ClockDoubt;
  figures: Pick<Figures, 'held'>;
  say: (line: string) => void;
  signal: AbortSignal;
  pause?: typeof usual;
};

/**
 * Milliseconds: reminders are looked at so often; the schedule is looked for so often until there is one; after a trouble of the store it
 * is tried again.
 */
const usual = { reminders: 20_000, schedule: 1_000, trouble: 5_000 };
/** Milliseconds for which the site may be away before that is unhealthy. */
const patience = 600_000;

/** Polls the feed and settles reminders until it is told to stop. Both can be repeated at any time. */
export function keepOnTelling({ feed, store, matcher, clock, inDoubt, figures, say, signal, pause = usual }: Telling) {
  let held: string | null = null;
  /** Ids of what is held, as far as the site could be asked. */
  let holds: string[] = [];
  const [news, reminders] = [inARow(), inARow()];
  let awaySince: number | null = null;
  let decision: Release | undefined;
  let wake = new AbortController();

  async function follow() {
    while (!signal.aborted) {
      const wait = inDoubt() ? pause.trouble : await poll();
      await sleep(wait, undefined, { signal: AbortSignal.any([signal, wake.signal]) }).catch(() => {});
      wake = new AbortController();
    }
  }

  async function poll() {
    try {
      const given = decision;
      const polled = await feed.poll(given);
      // One that was given meanwhile is for the next poll, and so is one that a site that is away could not show what it is about.
      if (decision === given && polled.away === null) decision = undefined;
      held = polled.held[0]?.reason ?? null;
      holds = [...(polled.away === null ? [] : holds), ...polled.held.map(({ id }) => id)];
      figures.held(held);
      awaySince = polled.away === null ? null : (awaySince ?? performance.now());
      if (polled.told.length > 0) say(`Told of ${polled.told.length} events: ${named(polled.told)}.`);
      if (polled.takenBack.length > 0) say(`Took back ${polled.takenBack.length}: ${named(polled.takenBack)}.`);
      news.worked();
      return polled.wait;
    } catch (error) {
      const sentence = `What the feed says cannot be written down, which is tried again: ${sentenceOf(error)}`;
      news.failed(sentence);
      say(sentence);
      return pause.trouble;
    }
  }

  async function remind() {
    while (!signal.aborted) {
      const schedule = inDoubt() ? null : feed.schedule();
      try {
        const settled = schedule && (await settleReminders({ store, matcher }, schedule, clock.now()));
        reminders.worked();
        if (settled && settled.told.length > 0)
          say(`Reminders written down (${settled.told.length}): ${named(settled.told)}.`);
      } catch (error) {
        const sentence = `Reminders cannot be written down, which is tried again: ${sentenceOf(error)}`;
        reminders.failed(sentence);
        say(sentence);
      }
      await sleep(schedule ? pause.reminders : pause.schedule, undefined, { signal }).catch(() => {});
    }
  }

  return {
    run: () => Promise.all([follow(), remind()]).then(() => {}),
    /** What an operator decided about a hold; the feed is asked at once. @returns false where nothing is held by that id. */
    release(release: Release) {
      if (!holds.includes(release.hold)) return false;
      decision = release;
      wake.abort();
      return true;
    },
    /** What is wrong with the telling, in a sentence; null when nothing is. */
    wrong() {
      if (held !== null) return held;
      const failing = news.wrong() ?? reminders.wrong();
      if (failing !== null) return failing;
      const away = awaySince !== null && performance.now() - awaySince > patience;
      return away ? 'The feeds of the site could not be read for more than ten minutes.' : null;
    },
  };
}

function named(ids: string[]) {
  return ids.slice(0, 5).join(', ') + (ids.length > 5 ? ', …' : '');
}

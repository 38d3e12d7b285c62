import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Subscribers } from '../../db/subscribers/subscribers.ts';
import { keepOnTelling } from '../../notifier/keep-on-telling.ts';
import { matcherOf } from '../../notifier/match/matcher.ts';
import { followFeed } from '../../notifier/feed/follow.ts';
import { freshStore, person, wishing } from './match/people.ts';
import { serve } from './match/serve.ts';
import { movedClock } from './moved-clock.ts';
import { entry, news, smallSite } from './feed/small-site.ts';
import { soon } from './soon.ts';

const old = news('notice', '2026-11-24T09:30');
const fresh = news('notice', '2026-11-25T10:01', { noticeId: '2026000002' });
const schedule = [entry(), entry({ noticeId: '2026000002' })];
/** Its notice's receipt ends on the 26th. */
const closing = 'closes-today-2026000001-2026-11-26';
const rate = news('notice', '2026-11-25T10:01', { noticeId: '2026000003', noticeName: '등대 12.34 : 1' });

/** A site with a day's news, somebody who wants everything, and a notifier that begins to tell them. */
async function telling(change: (store: Subscribers) => Partial<Subscribers> = () => ({})) {
  const [store, site, clock] = [freshStore(), await smallSite(), movedClock('2026-11-25T10:00:00+09:00')];
  const id = await person(store, 1, wishing());
  const matcher = await matcherOf(store);
  const [said, shown]: [string[], (string | null)[]] = [[], []];
  const stop = new AbortController();
  site.publish({ events: [old], schedule });
  const changed = { ...store, ...change(store) };
  const followed = await followFeed({
    siteUrl: site.url,
    store: changed,
    matcher,
    clock,
    say: (line) => said.push(line),
  });
  let polls = 0;
  const feed: typeof followed = {
    ...followed,
    async poll(release) {
      const polled = await followed.poll(release);
      polls += 1;
      return { ...polled, wait: 20 };
    },
  };
  const told = keepOnTelling({
    feed,
    store: changed,
    matcher,
    clock,
    inDoubt: () => false,
    figures: { held: (reason) => void shown.push(reason) },
    say: (line) => said.push(line),
    signal: stop.signal,
    pause: { reminders: 20, schedule: 5, trouble: 20 },
  });
  const ended = told.run();
  onTestFinished(async () => {
    stop.abort();
    await ended;
  });
  const polled = async (times = 2) => {
    const wanted = polls + times;
    await soon(() => polls).toBeGreaterThanOrEqual(wanted);
  };
  await polled(1);
  return {
    store,
    site,
    clock,
    id,
    said,
    shown,
    told,
    polled,
    /** Ids of what has been sent since it was asked last. */
    got: async () => (await serve(store, clock.now())).map(({ event }) => event),
  };
}

test('news and reminders are told, each once, however often it looks', async () => {
  const { site, clock, said, got, polled } = await telling();
  clock.pass(120);
  site.publish({ events: [old, fresh], schedule });
  await soon(got).toEqual([fresh.id]);
  expect(said).toContain(`Told of 1 events: ${fresh.id}.`);
  clock.set(new Date('2026-11-26T09:00:00+09:00'));
  const reminders = [closing, closing.replace('2026000001', '2026000002')];
  const heard: string[] = [];
  await soon(async () => (heard.push(...(await got())), heard.toSorted())).toEqual(reminders);
  await polled();
  expect(await got()).toEqual([]);
});

test('a clock that is set back and forth repeats nothing and loses nothing', async () => {
  const { site, clock, got, polled } = await telling();
  site.publish({ events: [old], schedule: [entry()] });
  await polled();
  clock.set(new Date('2026-11-26T09:00:00+09:00'));
  await soon(got).toEqual([closing]);
  for (const instant of ['2026-11-26T07:00:00+09:00', '2026-11-24T12:00:00+09:00', '2026-11-26T09:00:01+09:00']) {
    clock.set(new Date(instant));
    await polled();
    expect((await got()).filter((event) => event === closing)).toEqual([]);
  }
  clock.set(new Date('2026-11-24T12:00:00+09:00'));
  site.publish({ events: [old, news('correction', '2026-11-24T12:00')], schedule: [entry()] });
  await soon(got).toEqual(['correction-2026000001-1']);
});

describe('a feed that is wrong', () => {
  test('is seen, is unhealthy, and keeps reminders from nobody', async () => {
    const { site, clock, told, shown, got } = await telling();
    site.publish({ events: [old, rate], schedule: [entry()] });
    await soon(() => told.wrong()).toMatch(/^\/feeds\/events\.json is held: .*2026000003/);
    expect(shown.at(-1)).toBe(told.wrong());
    clock.set(new Date('2026-11-26T09:00:00+09:00'));
    await soon(got).toEqual([closing]);
    site.publish({ events: [old], schedule: [entry()] });
    await soon(() => told.wrong()).toBeNull();
    expect(shown.at(-1)).toBeNull();
  });

  test('is asked at once when an operator has decided, also where the site is away just then', async () => {
    const { site, clock, told, got, polled } = await telling();
    clock.pass(120);
    site.publish({ events: [old, fresh, rate], schedule });
    await soon(() => told.wrong()).toContain('is held');
    const hold = /release hold (\w+)/.exec(told.wrong()!)![1]!;
    const files = new Map(site.files);
    site.files.clear();
    await polled();
    expect(told.release({ hold: 'another', how: 'skip' })).toBe(false);
    expect(told.release({ hold, how: 'skip' })).toBe(true);
    await polled();
    for (const [path, body] of files) site.files.set(path, body);
    await soon(got).toEqual([fresh.id]);
    await soon(() => told.wrong()).toBeNull();
    await polled();
    expect(told.release({ hold, how: 'skip' })).toBe(false);
  });
});

test('a site that is away for ten minutes is unhealthy, and not before', async () => {
  const { site, told, polled } = await telling();
  site.files.clear();
  await polled();
  expect(told.wrong()).toBeNull();
  const later = performance.now() + 600_001;
  const steady = vi.spyOn(performance, 'now').mockImplementation(() => later);
  onTestFinished(() => steady.mockRestore());
  expect(told.wrong()).toBe('The feeds of the site could not be read for more than ten minutes.');
  site.publish({ events: [old], schedule });
  await soon(() => told.wrong()).toBeNull();
});

test('what cannot be written down is said, is tried again, is unhealthy, and is told once in the end', async () => {
  let locked = false;
  const { site, clock, said, got, polled, told } = await telling((store) => ({
    async record(...event: Parameters<typeof store.record>) {
      if (locked) throw new Error('subscribers.db is locked by another program.');
      return store.record(...event);
    },
  }));
  site.publish({ events: [old], schedule: [entry()] });
  await polled();
  locked = true;
  site.publish({ events: [old, fresh], schedule: [entry()] });
  clock.set(new Date('2026-11-26T09:00:00+09:00'));
  await soon(() => said.join('\n')).toMatch(/What the feed says cannot be written down, .*locked by another/);
  await soon(() => said.join('\n')).toMatch(/Reminders cannot be written down, .*locked by another/);
  await soon(() => told.wrong()).toMatch(/cannot be written down, .*locked by another/);
  locked = false;
  await soon(() => told.wrong()).toBeNull();
  const heard: string[] = [];
  await soon(async () => (heard.push(...(await got())), heard.toSorted())).toEqual([closing, fresh.id]);
});

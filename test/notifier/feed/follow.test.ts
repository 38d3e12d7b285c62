import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { serve } from '../match/serve.ts';
import { afterTheFirstPoll, aFollower, followingAgain, fresh, outcome, schedule, yesterday } from './following.ts';
import { entry, news } from './small-site.ts';

describe('following', () => {
  test('the first poll takes what is there as known', async () => {
    const { feed, site, store, clock, said } = await aFollower();
    site.publish({ events: [yesterday], schedule });
    expect(await feed.poll()).toMatchObject(outcome);
    expect(await feed.poll()).toMatchObject(outcome);
    expect(await serve(store, clock.now())).toEqual([]);
    expect(said).toEqual([]);
  });

  test('what was there before, and moves up in the feed when something leaves it, is not told', async () => {
    const { feed, site } = await afterTheFirstPoll();
    site.publish({ events: [news('notice', '2026-11-23T09:00', { noticeId: '2026000003' }), fresh], schedule });
    expect(await feed.poll()).toMatchObject({ ...outcome, told: [fresh.id] });
  });

  test('what is new is told once, and nothing is loaded while nothing changes', async () => {
    const { feed, site, store, clock, id } = await afterTheFirstPoll();
    site.publish({ events: [yesterday, fresh], schedule });
    expect(await feed.poll()).toMatchObject({ ...outcome, told: [fresh.id] });
    expect(await feed.poll()).toMatchObject(outcome);
    expect(await serve(store, clock.now())).toEqual([{ event: fresh.id, digest: null, ids: [id] }]);
    expect(site.asked.slice(-2)).toEqual(['GET /feeds/events.json 304', 'GET /feeds/schedule.json 304']);
  });

  test('a restart goes on where it stopped, without loading anything again', async () => {
    const { feed, site, store, clock } = await afterTheFirstPoll();
    site.publish({ events: [yesterday, fresh], schedule });
    await feed.poll();
    site.asked.length = 0;
    const again = await followingAgain({ store, site, clock });
    expect(await again.poll()).toMatchObject(outcome);
    expect(site.asked).toEqual(['GET /feeds/events.json 304', 'GET /feeds/schedule.json 304']);
  });

  test('a restart reminds of no day before it has asked whether that was moved, and of those it knows when nobody answers', async () => {
    const { site, store, clock } = await afterTheFirstPoll();
    const moved = [entry({ closesOn: '2026-11-27' })];
    site.publish({ events: [yesterday], schedule: moved });
    const again = await followingAgain({ store, site, clock });
    expect(again.schedule()).toBeNull();
    await again.poll();
    expect(again.schedule()).toEqual(moved);
    site.trouble = (response) => response.destroy();
    const alone = await followingAgain({ store, site, clock });
    await alone.poll();
    expect(alone.schedule()).toEqual(moved);
  });

  test('what was told and not remembered, because somebody pulled the plug, is told once', async () => {
    const { feed, site, store, clock, id } = await afterTheFirstPoll();
    const before = (await store.kept('feed cursor'))!;
    site.publish({ events: [yesterday, fresh], schedule });
    await feed.poll();
    await store.keep('feed cursor', before);
    await (await followingAgain({ store, site, clock })).poll();
    expect(await serve(store, clock.now())).toEqual([{ event: fresh.id, digest: null, ids: [id] }]);
  });

  test('news that became known earlier, and comes with a later release, is told too', async () => {
    const { feed, site } = await afterTheFirstPoll();
    site.publish({ events: [yesterday, fresh], schedule });
    await feed.poll();
    const late = news('notice', '2026-11-24T09:59', { noticeId: '2026000003' });
    site.publish({ events: [yesterday, late, fresh], schedule });
    expect((await feed.poll()).told).toEqual([late.id]);
  });

  test('an older copy of the feed brings nothing back', async () => {
    const { feed, site, clock, store } = await afterTheFirstPoll();
    site.publish({ events: [yesterday, fresh], schedule });
    await feed.poll();
    site.publish({ events: [yesterday], schedule });
    expect(await feed.poll()).toMatchObject(outcome);
    site.publish({ events: [yesterday, fresh], schedule });
    expect(await feed.poll()).toMatchObject(outcome);
    expect(await serve(store, clock.now())).toHaveLength(1);
  });

  test('a correction goes to followers and to whoever was told of the notice', async () => {
    const { feed, site, store, clock, id } = await afterTheFirstPoll();
    site.publish({ events: [yesterday, fresh], schedule });
    await feed.poll();
    await serve(store, clock.now());
    await store.change(
      id,
      { places: [], kinds: [], notices: [], moments: [], digestAt: null, quiet: null },
      { at: clock.now(), words: '1', from: null },
    );
    const again = await followingAgain({ store, site, clock });
    const corrections = ['2026000001', '2026000002'].map((noticeId) =>
      news('correction', '2026-11-24T10:02', { noticeId }),
    );
    site.publish({ events: [yesterday, fresh, ...corrections], schedule });
    expect((await again.poll()).told).toEqual(corrections.map((event) => event.id));
    expect(await serve(store, clock.now())).toEqual([{ event: 'correction-2026000002-1', digest: null, ids: [id] }]);
  });

  test('what is of no use any more is told to nobody', async () => {
    const { feed, site, clock } = await afterTheFirstPoll();
    const [old, closed] = ['2026000003', '2026000004'].map((noticeId) =>
      news('notice', '2026-11-24T10:01', { noticeId }),
    );
    const days = [...schedule, entry({ noticeId: '2026000004', closesOn: '2026-11-23' })];
    clock.set('2026-11-27T10:01:00+09:00');
    site.publish({ events: [yesterday, old!, closed!], schedule: days });
    expect(await feed.poll()).toMatchObject({ ...outcome, stale: 2 });
  });

  test('while something is put off, nothing is written again that says the same', async () => {
    const { site, store, clock } = await afterTheFirstPoll();
    let kept = 0;
    const counting = { ...store, keep: (...what: Parameters<typeof store.keep>) => ((kept += 1), store.keep(...what)) };
    const feed = await followingAgain({ store: counting, site, clock });
    site.publish({ events: [yesterday, fresh], schedule });
    site.files.delete(fresh.url);
    expect(await feed.poll()).toMatchObject({ ...outcome, putOff: 1 });
    kept = 0;
    for (let i = 0; i < 3; i++) expect(await feed.poll()).toMatchObject({ ...outcome, putOff: 1 });
    expect(kept).toBe(0);
    site.files.set(fresh.url, 'a page');
    expect((await feed.poll()).told).toEqual([fresh.id]);
    expect(kept).toBe(1);
  });

  test('nothing is told whose page cannot be read yet', async () => {
    const { feed, site } = await afterTheFirstPoll();
    site.publish({ events: [yesterday, fresh], schedule });
    site.files.delete(fresh.url);
    expect(await feed.poll()).toMatchObject({ ...outcome, putOff: 1 });
    expect(await feed.poll()).toMatchObject({ ...outcome, putOff: 1 });
    site.files.set(fresh.url, 'a page');
    expect(await feed.poll()).toMatchObject({ ...outcome, told: [fresh.id] });
    expect(await feed.poll()).toMatchObject(outcome);
  });
});

test('what could not be written down, because the store was locked, is told as soon as it can be', async () => {
  const { feed, site, store, clock, id, folder } = await afterTheFirstPoll();
  site.publish({ events: [yesterday, fresh], schedule });
  const other = new Database(join(folder, 'subscribers.db'));
  other.exec('BEGIN IMMEDIATE');
  await expect(feed.poll()).rejects.toThrow(/subscribers\.db/);
  other.exec('ROLLBACK');
  other.close();
  expect((await feed.poll()).told).toEqual([fresh.id]);
  expect(await serve(store, clock.now())).toEqual([{ event: fresh.id, digest: null, ids: [id] }]);
});

test('a site that is away is told of once, and what it says later is told', async () => {
  const { feed, site, said } = await afterTheFirstPoll();
  site.publish({ events: [yesterday, fresh], schedule });
  site.trouble = (response) => response.destroy();
  const waits = [await feed.poll(), await feed.poll(), await feed.poll()].map(({ wait }) => wait);
  expect(waits).toEqual([5_000, 10_000, 20_000]);
  site.trouble = null;
  expect(await feed.poll()).toMatchObject({ ...outcome, told: [fresh.id], wait: 5_000 });
  expect(said).toEqual([expect.stringContaining('cannot be reached'), expect.stringContaining('can be read again')]);
});

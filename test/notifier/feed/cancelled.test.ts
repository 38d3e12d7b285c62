import { describe, expect, test } from 'vitest';
import { matcherOf } from '../../../notifier/match/matcher.ts';
import { settleReminders } from '../../../notifier/reminders/settle-reminders.ts';
import { person, wishing } from '../match/people.ts';
import { serve } from '../match/serve.ts';
import { afterTheFirstPoll, followingAgain, fresh, outcome, schedule, yesterday } from './following.ts';
import { entry, news } from './small-site.ts';

const over = news('cancelled', '2026-11-24T12:00', { noticeId: fresh.noticeId });
const corrected = news('correction', '2026-11-24T11:00', { noticeId: fresh.noticeId });
const without = [entry()];

describe('a notice that is cancelled', () => {
  test('is announced to nobody more who waits for a digest or for the end of quiet', async () => {
    const { store, site, clock, id } = await afterTheFirstPoll();
    const only = { moments: ['notice' as const] };
    await person(store, 2, wishing({ ...only, digestAt: 8 }));
    await person(store, 3, wishing({ ...only, quiet: { from: 9, to: 18 } }));
    const feed = await followingAgain({ store, site, clock });
    clock.set('2026-11-24T11:01:00+09:00');
    site.publish({ events: [yesterday, fresh, corrected], schedule });
    expect((await feed.poll()).told).toEqual([fresh.id, corrected.id]);
    expect((await serve(store, clock.now())).map(({ ids }) => ids)).toEqual([[id], [id]]);
    clock.set('2026-11-24T12:01:00+09:00');
    site.publish({ events: [yesterday, fresh, corrected, over], schedule: without });
    expect(await feed.poll()).toMatchObject({ ...outcome, told: [over.id] });
    expect(await serve(store, clock.now())).toEqual([{ event: over.id, digest: null, ids: [id] }]);
    for (const hour of ['2026-11-24T18:00:00+09:00', '2026-11-25T08:00:00+09:00'])
      expect(await serve(store, new Date(hour))).toEqual([]);
  });

  test('is told to whom its news is on the way just then', async () => {
    const { store, site, clock } = await afterTheFirstPoll();
    const late = await person(store, 2, wishing({ moments: ['notice'] }));
    const feed = await followingAgain({ store, site, clock });
    site.publish({ events: [yesterday, fresh], schedule });
    await feed.poll();
    const leaseUntil = new Date('2026-11-24T10:10:00+09:00');
    await store.claim({ now: clock.now(), shut: new Set(), most: 10, leaseUntil });
    site.publish({ events: [yesterday, fresh, { ...over, at: '2026-11-24T10:02:00+09:00' }], schedule: without });
    await feed.poll();
    const told = await serve(store, clock.now());
    expect(new Set(told.map(({ event }) => event))).toEqual(new Set([over.id]));
    expect(told.flatMap(({ ids }) => ids)).toContain(late);
  });

  test('reminds of nothing, though the schedule may name it for a moment more', async () => {
    const { store, site, clock, feed } = await afterTheFirstPoll();
    const matcher = await matcherOf(store);
    clock.set('2026-11-26T08:59:00+09:00');
    const told = await settleReminders({ store, matcher }, schedule, clock.now());
    expect(told.told).toContain('closes-today-2026000002-2026-11-26');
    site.publish({ events: [yesterday, { ...over, at: '2026-11-26T08:59:00+09:00' }], schedule });
    await feed.poll();
    await settleReminders({ store, matcher }, schedule, clock.now());
    const sent = await serve(store, new Date('2026-11-26T09:00:00+09:00'));
    expect(sent.map(({ event }) => event)).toEqual(['closes-today-2026000001-2026-11-26', over.id]);
  });

  test('is not announced first where both come at once, nor when its page is there late', async () => {
    const { feed, site, store, clock, id } = await afterTheFirstPoll();
    const now = { ...over, at: '2026-11-24T10:02:00+09:00' };
    site.publish({ events: [yesterday, fresh, now], schedule: without });
    expect(await feed.poll()).toMatchObject({ ...outcome, told: [over.id], stale: 1 });
    expect(await serve(store, clock.now())).toEqual([{ event: over.id, digest: null, ids: [id] }]);
    site.publish({ events: [yesterday, fresh, corrected, now], schedule: without });
    clock.set('2026-11-24T11:01:00+09:00');
    expect(await feed.poll()).toMatchObject({ ...outcome, stale: 1 });
  });

  test('is taken back at once, and told of as soon as there is a page to lead to', async () => {
    const { store, site, clock, id } = await afterTheFirstPoll();
    await person(store, 2, wishing({ moments: ['notice'], quiet: { from: 9, to: 18 } }));
    const feed = await followingAgain({ store, site, clock });
    site.publish({ events: [yesterday, fresh], schedule });
    await feed.poll();
    await serve(store, clock.now());
    clock.set('2026-11-24T12:01:00+09:00');
    site.publish({ events: [yesterday, fresh, over], schedule: without });
    site.files.delete(over.url);
    expect(await feed.poll()).toMatchObject({ ...outcome, putOff: 1 });
    clock.set('2026-11-24T18:00:00+09:00');
    expect(await serve(store, clock.now())).toEqual([]);
    site.files.set(over.url, 'a page');
    expect((await feed.poll()).told).toEqual([over.id]);
    expect(await serve(store, clock.now())).toEqual([{ event: over.id, digest: null, ids: [id] }]);
  });
});

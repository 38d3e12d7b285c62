import { describe, expect, test } from 'vitest';
import { serve } from '../match/serve.ts';
import { afterTheFirstPoll, followingAgain, fresh, outcome, schedule, yesterday } from './following.ts';
import { entry, news } from './small-site.ts';

describe('a feed is held', () => {
  const broken = {
    'that is no JSON': '<!doctype html>',
    'of another format': JSON.stringify({ format: 2, events: [], archives: [] }),
    'with an event that is not whole': JSON.stringify({
      format: 1,
      events: [{ ...fresh, url: 'https://evil.example/' }],
      archives: [],
    }),
    'with a day that the calendar does not have': JSON.stringify({
      format: 1,
      events: [{ ...fresh, at: '2026-11-31T10:00:00+09:00' }],
      archives: [],
    }),
    'out of order': JSON.stringify({ format: 1, events: [yesterday, fresh], archives: [] }),
    'that says something twice': JSON.stringify({ format: 1, events: [fresh, fresh], archives: [] }),
  };

  test.each(Object.entries(broken))('%s, and goes on as soon as it is mended', async (_, body) => {
    const { feed, site, store, clock, said } = await afterTheFirstPoll();
    site.files.set('/feeds/events.json', body);
    for (let i = 0; i < 3; i++) expect((await feed.poll()).held).toHaveLength(1);
    expect(await serve(store, clock.now())).toEqual([]);
    site.publish({ events: [yesterday, fresh], schedule });
    expect(await feed.poll()).toMatchObject({ ...outcome, told: [fresh.id] });
    expect(said).toEqual([
      expect.stringContaining('/feeds/events.json is held'),
      expect.stringContaining('taken again'),
    ]);
  });

  const rate = news('notice', '2026-11-24T10:01', { noticeId: '2026000003', noticeName: '등대 12.34 : 1' });
  const long = news('notice', '2026-11-24T10:01', { noticeId: '2026000004', noticeName: '가'.repeat(121) });

  test('wholly, for one absurd event, and its text is said nowhere', async () => {
    const { feed, site, store, clock, said } = await afterTheFirstPoll();
    site.publish({ events: [yesterday, fresh, rate], schedule });
    expect((await feed.poll()).held).toHaveLength(1);
    expect(await serve(store, clock.now())).toEqual([]);
    expect(said.join()).toContain('2026000003');
    expect(said.join()).not.toContain('12.34');
    site.publish({ events: [yesterday, fresh], schedule });
    expect((await feed.poll()).told).toEqual([fresh.id]);
  });

  test('and not even an id of it is repeated', async () => {
    const { feed, site, said } = await afterTheFirstPoll();
    site.publish({ events: [yesterday, { ...news('results', '2026-11-24T10:01'), id: 'results-12:1' }], schedule });
    const { held } = await feed.poll();
    expect(held).toHaveLength(1);
    expect(JSON.stringify([held, said])).not.toContain('12:1');
    expect(said.join()).toContain('2026000001');
  });

  test('until an operator leaves out what is at fault', async () => {
    const { feed, site } = await afterTheFirstPoll();
    site.publish({ events: [yesterday, fresh, rate], schedule });
    const [hold] = (await feed.poll()).held;
    expect((await feed.poll({ hold: hold!.id, how: 'send' })).held).toHaveLength(1);
    expect((await feed.poll({ hold: 'another', how: 'skip' })).held).toHaveLength(1);
    expect(await feed.poll({ hold: hold!.id, how: 'skip' })).toMatchObject({ told: [fresh.id], stale: 1, held: [] });
    expect(await feed.poll()).toMatchObject(outcome);
  });

  test('until an operator takes it as it is, where that can be no closed result', async () => {
    const { feed, site } = await afterTheFirstPoll();
    site.publish({ events: [yesterday, long], schedule });
    const [hold] = (await feed.poll()).held;
    expect(await feed.poll({ hold: hold!.id, how: 'send' })).toMatchObject({ ...outcome, told: [long.id] });
  });

  test('when ten thousand events are new', async () => {
    const { feed, site, store, clock } = await afterTheFirstPoll();
    const flood = Array.from({ length: 10_000 }, (_, i) =>
      news('notice', '2026-11-24T10:01', { noticeId: String(2027000001 + i) }),
    );
    site.publish({ events: [yesterday, ...flood], schedule });
    expect((await feed.poll()).held).toMatchObject([
      { reason: expect.stringContaining('10000 entries are new at once') },
    ]);
    expect(await serve(store, clock.now())).toEqual([]);
  });

  test('and meanwhile the last schedule goes on', async () => {
    const { feed, site, store, clock, said } = await afterTheFirstPoll();
    site.publish({
      events: [yesterday, fresh],
      schedule: [...schedule, entry({ noticeId: '2026000009', name: '경쟁률' })],
    });
    const polled = await feed.poll();
    expect(polled).toMatchObject({ told: [fresh.id], held: [{ reason: expect.stringContaining('schedule.json') }] });
    expect(feed.schedule()).toEqual(schedule);
    const skipped = await feed.poll({ hold: polled.held[0]!.id, how: 'skip' });
    expect(skipped.held).toEqual([]);
    expect(feed.schedule()).toEqual(schedule);
    const again = await followingAgain({ store, site, clock });
    expect((await again.poll()).held).toEqual([]);
    expect(said).toHaveLength(2);
  });
});

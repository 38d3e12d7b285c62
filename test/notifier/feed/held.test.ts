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

  const wrongDays = {
    'an hour that no day has': { competition: '2026-11-24T25:00:00+09:00' },
    'a month that no year has': { specialSupply: '2026-13-01T19:30:00+09:00' },
    'a day that no month has': { score: '2026-11-31T19:30:00+09:00' },
  };

  test.each(Object.entries(wrongDays))(
    'where the schedule has %s, and news goes on by the last one',
    async (_, wrong) => {
      const { feed, site } = await afterTheFirstPoll();
      const bad = entry({ publications: { ...entry().publications, ...wrong } });
      site.publish({ events: [yesterday, fresh], schedule: [bad, ...schedule.slice(1)] });
      expect(await feed.poll()).toMatchObject({
        told: [fresh.id],
        held: [{ reason: expect.stringMatching(/^\/feeds\/schedule\.json is held: .*entries\.0\.publications/) }],
      });
      expect(feed.schedule()).toEqual(schedule);
      site.publish({ events: [yesterday, fresh], schedule });
      expect(await feed.poll()).toMatchObject(outcome);
    },
  );

  test('and a schedule that an older version kept, and nobody should have, is asked for again', async () => {
    const { site, store, clock } = await afterTheFirstPoll();
    const bad = [entry({ publications: { ...entry().publications, score: '2026-11-31T19:30:00+09:00' } })];
    await store.keep('feed schedule', JSON.stringify({ etag: null, entries: bad, decided: [] }));
    const again = await followingAgain({ store, site, clock });
    expect(await again.poll()).toMatchObject(outcome);
    expect(again.schedule()).toEqual(schedule);
  });

  test('and what an operator decided about a day holds for that day alone', async () => {
    const { feed, site } = await afterTheFirstPoll();
    const many = (closesOn: string) =>
      Array.from({ length: 201 }, (_, i) => entry({ noticeId: String(2027000001 + i), closesOn }));
    site.publish({ events: [yesterday], schedule: many('2026-11-26') });
    const [hold] = (await feed.poll()).held;
    expect((await feed.poll({ hold: hold!.id, how: 'skip' })).held).toEqual([]);
    expect(feed.schedule()).toEqual([]);
    const mended = many('2026-11-26').map((each, i) => ({
      ...each,
      ...(i % 2 && { opensOn: '2026-11-25', closesOn: '2026-11-27', winnersOn: '2026-12-03' }),
    }));
    site.publish({ events: [yesterday], schedule: mended });
    await feed.poll();
    expect(feed.schedule()).toHaveLength(100);
  });
});

import { describe, expect, test } from 'vitest';
import { koreanStamp } from '../../../db/clock.ts';
import { serve } from '../match/serve.ts';
import { afterTheFirstPoll, followingAgain, fresh, outcome, yesterday } from './following.ts';
import { entry, news } from './small-site.ts';

describe('results', () => {
  const open = [
    entry({
      closesOn: '2026-11-23',
      publications: {
        competition: '2026-11-23T19:30:00+09:00',
        specialSupply: '2026-11-23T19:30:00+09:00',
        score: null,
      },
    }),
  ];
  const held = [entry({ ...open[0]!, publications: { competition: null, specialSupply: null, score: null } })];
  const moved = [
    entry({ ...open[0]!, publications: { ...open[0]!.publications, competition: '2026-11-25T10:00:00+09:00' } }),
  ];
  const results = news('results', '2026-11-24T10:01');

  test('wait while the schedule holds them, whatever the events say', async () => {
    const { feed, site, store, clock } = await afterTheFirstPoll();
    for (const days of [held, moved]) {
      site.publish({ events: [yesterday, results], schedule: days });
      expect(await feed.poll()).toMatchObject({ ...outcome, putOff: 1 });
    }
    expect(await serve(store, clock.now())).toEqual([]);
    site.publish({ events: [yesterday, results], schedule: open });
    expect((await feed.poll()).told).toEqual([results.id]);
  });

  test('that leave the site are no error, and what has not gone out of them is taken back', async () => {
    const { feed, site, store, clock, id } = await afterTheFirstPoll();
    site.publish({ events: [yesterday, results, fresh], schedule: open });
    expect((await feed.poll()).told).toEqual([fresh.id, results.id].sort());
    site.publish({ events: [yesterday, fresh], schedule: open });
    expect(await feed.poll()).toMatchObject({ ...outcome, takenBack: [results.id] });
    expect((await serve(store, clock.now())).map(({ event }) => event)).toEqual([fresh.id]);
    expect(await feed.poll()).toMatchObject(outcome);
    site.publish({ events: [yesterday, results, fresh], schedule: open });
    expect((await feed.poll()).told).toEqual([results.id]);
    expect(await serve(store, clock.now())).toEqual([{ event: results.id, digest: null, ids: [id] }]);
  });

  test('that the schedule alone holds are taken back, and come back with the schedule', async () => {
    const { feed, site, store, clock, id } = await afterTheFirstPoll();
    site.publish({ events: [yesterday, results], schedule: open });
    await feed.poll();
    site.publish({ events: [yesterday, results], schedule: held });
    expect(await feed.poll()).toMatchObject({ ...outcome, takenBack: [results.id] });
    expect(await feed.poll()).toMatchObject({ ...outcome, putOff: 1 });
    expect(await serve(store, clock.now())).toEqual([]);
    site.publish({ events: [yesterday, results], schedule: open });
    expect((await feed.poll()).told).toEqual([results.id]);
    expect(await serve(store, clock.now())).toEqual([{ event: results.id, digest: null, ids: [id] }]);
  });

  test('that the schedule holds while the events say something else are looked at again', async () => {
    const { feed, site, store, clock } = await afterTheFirstPoll();
    site.publish({ events: [yesterday, results], schedule: open });
    await feed.poll();
    site.publish({ events: [yesterday, results, fresh], schedule: held });
    expect(await feed.poll()).toMatchObject({ ...outcome, told: [fresh.id], takenBack: [results.id], putOff: 1 });
    site.publish({ events: [yesterday, results, fresh], schedule: open });
    expect(await feed.poll()).toMatchObject({ ...outcome, told: [results.id] });
    expect(await serve(store, clock.now())).toHaveLength(2);
  });

  test('that the schedule holds are taken back though the events themselves are held', async () => {
    const { feed, site, store, clock } = await afterTheFirstPoll();
    site.publish({ events: [yesterday, results], schedule: open });
    await feed.poll();
    site.publish({ events: [yesterday, results, { ...fresh, noticeName: '' }], schedule: held });
    expect(await feed.poll()).toMatchObject({ takenBack: [results.id], held: [{}] });
    expect(await serve(store, clock.now())).toEqual([]);
  });

  test('that were told and taken back are told to nobody twice', async () => {
    const { feed, site, store, clock } = await afterTheFirstPoll();
    site.publish({ events: [yesterday, results], schedule: open });
    await feed.poll();
    expect(await serve(store, clock.now())).toHaveLength(1);
    site.publish({ events: [yesterday], schedule: held });
    await feed.poll();
    site.publish({ events: [yesterday, results], schedule: open });
    await feed.poll();
    expect(await serve(store, clock.now())).toEqual([]);
  });

  const lifts = [
    { what: 'for three days', days: 3, lifted: open },
    { what: 'for five, and moved then', days: 5, lifted: moved },
    { what: 'until the ledger has forgotten them', days: 50, lifted: open },
  ];

  test.each(lifts)('that are held $what are told when they are there again', async ({ days, lifted }) => {
    const { feed, site, store, clock, id } = await afterTheFirstPoll();
    site.publish({ events: [yesterday, results], schedule: open });
    await feed.poll();
    site.publish({ events: [yesterday], schedule: held });
    expect((await feed.poll()).takenBack).toEqual([results.id]);
    const inDays = (many: number) => new Date(clock.now().getTime() + many * 86_400_000);
    const [before, back] = [inDays(days - 1), inDays(days)];
    // News that comes meanwhile lets the cursor forget what is over.
    const meanwhile = news('notice', koreanStamp(before).slice(0, 16), { noticeId: '2026000009' });
    const [stillHeld, thenOpen] = [held, lifted].map((entries) => [
      ...entries,
      entry({ noticeId: '2026000009', closesOn: null, winnersOn: null }),
    ]);
    clock.set(before.toISOString());
    site.publish({ events: [yesterday, meanwhile], schedule: stillHeld! });
    expect((await feed.poll()).told).toEqual([meanwhile.id]);
    await store.tidy(clock.now());
    await serve(store, clock.now());
    clock.set(back.toISOString());
    site.publish({ events: [yesterday, results, meanwhile], schedule: thenOpen! });
    expect((await feed.poll()).told).toEqual([results.id]);
    expect(await serve(store, clock.now())).toEqual([{ event: results.id, digest: null, ids: [id] }]);
    expect(await feed.poll()).toMatchObject(outcome);
  });

  test('are said to be told by whoever wrote them down, and by nobody else', async () => {
    const { feed, site, store, clock } = await afterTheFirstPoll();
    const before = (await store.kept('feed cursor'))!;
    site.publish({ events: [yesterday, results], schedule: open });
    expect((await feed.poll()).told).toEqual([results.id]);
    await store.keep('feed cursor', before);
    expect((await (await followingAgain({ store, site, clock })).poll()).told).toEqual([]);
  });

  test('are of use for three days', async () => {
    const { feed, site, store, clock, id } = await afterTheFirstPoll();
    site.publish({ events: [yesterday, results], schedule: open });
    clock.set('2026-11-27T10:00:00+09:00');
    expect((await feed.poll()).told).toEqual([results.id]);
    expect(await serve(store, clock.now())).toEqual([{ event: results.id, digest: null, ids: [id] }]);
  });
});

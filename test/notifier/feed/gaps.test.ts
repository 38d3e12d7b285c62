import { describe, expect, test } from 'vitest';
import { afterTheFirstPoll, fresh, outcome, schedule, yesterday } from './following.ts';
import { entry, news } from './small-site.ts';

describe('a gap', () => {
  const ids = (many: number) => Array.from({ length: many }, (_, i) => String(2026000100 + i));

  test('is filled from the archives of all its months, in order, each once', async () => {
    const { feed, site, clock, store } = await afterTheFirstPoll();
    clock.set('2027-01-01T09:00:00+09:00');
    const days = ['11-29', '11-30', '12-30', '12-31'];
    const missed = ids(40).map((noticeId, i) => news('notice', `2026-${days[i % 4]}T1${i % 5}:00`, { noticeId }));
    const january = news('notice', '2027-01-01T08:00', { noticeId: '2026000200' });
    const entries = [...missed, january].map(({ noticeId }) =>
      entry({ noticeId, closesOn: '2027-01-20', winnersOn: '2027-01-27', name: '남은 이름' }),
    );
    site.publish({
      events: [january],
      schedule: [...schedule, ...entries],
      archived: [yesterday, ...missed, january],
    });
    const { told, stale } = await feed.poll();
    const ofUse = [...missed.filter(({ at }) => at > '2026-12'), january];
    const at = new Map(ofUse.map((event) => [event.id, event.at]));
    expect(told.toSorted()).toEqual([...at.keys()].sort());
    expect(told.map((id) => at.get(id)!)).toEqual([...at.values()].sort());
    expect(stale).toBe(20);
    expect(await feed.poll()).toMatchObject(outcome);
    const leaseUntil = new Date('2027-01-01T09:10:00+09:00');
    const claims = await store.claim({ now: clock.now(), shut: new Set(), most: 100, leaseUntil });
    expect(claims).toHaveLength(21);
    expect(new Set(claims.map(({ event }) => event.noticeName))).toContain('남은 이름');
  });

  test('is not taken in part: where an archive is away or older, all waits', async () => {
    const { feed, site, clock } = await afterTheFirstPoll();
    const missed = news('notice', '2026-11-24T10:01', { noticeId: '2026000101' });
    const newest = news('notice', '2026-11-24T10:02', { noticeId: '2026000102' });
    const days = [...schedule, entry({ noticeId: '2026000101' }), entry({ noticeId: '2026000102' })];
    site.publish({ events: [newest], schedule: days, archived: [yesterday] });
    expect(await feed.poll()).toMatchObject({ ...outcome, away: expect.stringContaining('older copy') });
    site.publish({ events: [newest], schedule: days, archived: [yesterday, missed, newest] });
    const archive = site.files.get('/feeds/events/2026-11.json')!;
    site.files.delete('/feeds/events/2026-11.json');
    expect(await feed.poll()).toMatchObject({ ...outcome, away: expect.stringContaining('404') });
    site.files.set('/feeds/events/2026-11.json', archive.replace('"2026-11-24', '"2026-10-24'));
    expect((await feed.poll()).held).toMatchObject([{ reason: expect.stringContaining('2026-11.json') }]);
    site.files.set('/feeds/events/2026-11.json', archive);
    clock.set('2026-11-24T10:03:00+09:00');
    expect((await feed.poll()).told).toEqual([missed.id, newest.id]);
  });

  test('brings nothing of notices that are over and that nobody names', async () => {
    const { feed, site } = await afterTheFirstPoll();
    const over = news('results', '2026-11-24T10:01', { noticeId: '2026000101' });
    site.publish({ events: [fresh], schedule, archived: [yesterday, over, fresh] });
    expect(await feed.poll()).toMatchObject({ ...outcome, told: [fresh.id], stale: 1 });
  });
});

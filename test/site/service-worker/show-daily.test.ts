import { expect, test } from 'vitest';
import { agreedWords } from '../../../db/alert-pages.ts';
import { keepTold, lastTold } from '../../../site/scripts/alerts/last-told.ts';
import { leave } from '../../../site/scripts/alerts/leave.ts';
import { resyncPushed, showDaily } from '../../../site/service-worker/show-daily.ts';
import { deviceHere, wishes } from '../alerts/device-here.ts';

const [hour, day] = [3_600_000, 86_400_000];

const away = () => new Response('<!doctype html>', { status: 503 });
const busy = () => Response.json({ why: 'busy' }, { status: 429 });
const offline = () => {
  throw new TypeError('no connection');
};

test('a device that is told shows itself once a day, and again the next', async () => {
  const device = await deviceHere();
  await device.told();
  for (let i = 0; i < 3; i++) await showDaily();
  expect(device.asked.map(({ method, path }) => [method, path])).toEqual([
    ['GET', '/alerts/key'],
    ['PUT', '/alerts/push'],
  ]);
  // What the notifier knows is not said again.
  expect(Object.keys(device.asked[1]!.body).sort()).toEqual(['endpoint', 'keys', 'vapidKey']);
  device.pass(day + 1);
  await showDaily();
  expect(device.asked).toHaveLength(4);
  device.pass(-2 * day);
  await showDaily();
  expect(device.asked).toHaveLength(6);
  expect(device.shown).toEqual([]);
});

test('a device that is told nothing asks for nothing, nor does one whose reader has blocked alerts', async () => {
  const device = await deviceHere();
  await showDaily();
  await device.told();
  device.permission = 'denied';
  await showDaily();
  expect(device.asked).toEqual([]);
});

test.each([
  ['without a connection', offline],
  ['while the notifier is away', away],
  ['while too many ask', busy],
])('%s the day is not noted: it is tried again after an hour, and no sooner', async (_, instead) => {
  const device = await deviceHere();
  const id = await device.told();
  device.instead = instead;
  for (let i = 0; i < 3; i++) await showDaily();
  expect(device.asked).toHaveLength(1);
  device.pass(hour);
  device.instead = null;
  await device.web.store.end(id, 'gone', device.web.clock.now());
  await showDaily();
  expect((await device.web.store.receipt(id))!.state).toBe('confirmed');
});

test('whom the notifier has lost it is asked to tell again what they wanted, and they hear of it once', async () => {
  const device = await deviceHere();
  const id = await device.told();
  await device.web.store.end(id, 'gone', device.web.clock.now());
  await showDaily();
  expect((await device.web.store.receipt(id))!).toMatchObject({ state: 'confirmed', wishes });
  expect(device.web.matcher.size).toBe(1);
  expect(device.shown).toEqual([{ body: expect.stringContaining('다시 시작했습니다'), navigate: '/alerts/' }]);
  device.pass(day);
  await showDaily();
  expect(device.shown).toHaveLength(1);
});

test('an endpoint that changed without a word takes the place of the old one, however often the notifier is away', async () => {
  const device = await deviceHere();
  const id = await device.told();
  const next = device.moves();
  for (const instead of [offline, away, busy]) {
    device.instead = instead;
    await showDaily();
    device.pass(hour);
  }
  device.instead = null;
  await showDaily();
  expect((await device.web.store.receipt(id))!.state).toBe('ended');
  expect((await device.web.store.receipt((await device.idOf(next.endpoint))!))!).toMatchObject({
    state: 'confirmed',
    wishes,
  });
  expect([(await lastTold())?.endpoint, device.web.matcher.size]).toEqual([next.endpoint, 1]);
  expect(device.shown).toEqual([]);
});

test('a subscription that the browser has lost is made anew, with what was wanted', async () => {
  const device = await deviceHere();
  const id = await device.told();
  device.here = null;
  device.refusesToSubscribe = true;
  for (let i = 0; i < 3; i++) await showDaily();
  expect(await lastTold()).not.toBeNull();
  expect(device.asked.map(({ path }) => path)).toEqual(['/alerts/key']);
  device.refusesToSubscribe = false;
  device.pass(hour);
  await showDaily();
  expect(await device.stateOf(device.here!.endpoint)).toBe('confirmed');
  expect((await device.web.store.receipt(id))!.state).toBe('ended');
  expect(device.shown.map(({ body }) => body)).toEqual([expect.stringContaining('다시 시작했습니다')]);
});

test('a newer key is taken over when a page is opened, and nothing is lost where that is cut short', async () => {
  const device = await deviceHere();
  const id = await device.told();
  const { web } = device;
  const { id: newest } = web.vapid.rotate(web.clock.now(), new Set([web.vapid.newest().id]));
  device.refusesToSubscribe = true; // after the old one has been given up
  await showDaily();
  expect(device.here).toBeNull();
  device.refusesToSubscribe = false;
  device.pass(hour);
  device.instead = null;
  await showDaily();
  const now = (await device.idOf(device.here!.endpoint))!;
  expect((await web.store.addresses([now])).get(now)).toMatchObject({ vapidKey: newest });
  expect((await web.store.receipt(now))!.wishes).toEqual(wishes);
  expect((await web.store.receipt(id))!.state).toBe('ended');
});

test('a device that has forgotten all but its subscription keeps what the notifier knows of it over a new key', async () => {
  const device = await deviceHere();
  const id = await device.told();
  await caches.delete('alerts');
  device.web.vapid.rotate(device.web.clock.now(), new Set([device.web.vapid.newest().id]));
  device.refusesToSubscribe = true; // after the old one has been given up
  await showDaily();
  device.refusesToSubscribe = false;
  device.pass(hour);
  await showDaily();
  expect((await device.web.store.receipt(id))!.state).toBe('ended');
  expect(await device.stateOf(device.here!.endpoint)).toBe('confirmed');
});

test('a key that came while the answers were lost is taken over with the endpoint that the notifier knows', async () => {
  const device = await deviceHere();
  const id = await device.told();
  const { web } = device;
  web.vapid.rotate(web.clock.now(), new Set([web.vapid.newest().id]));
  const key = Response.json({ key: web.vapid.newest().publicKey });
  // The key comes, and then the connection goes.
  device.instead = () => (device.asked.at(-1)!.path === '/alerts/key' ? key.clone() : offline());
  await showDaily();
  device.instead = null;
  device.pass(hour);
  await showDaily();
  expect(device.asked.at(-1)!.body).toMatchObject({ was: expect.any(String) });
  expect((await web.store.receipt(id))!.state).toBe('ended');
  expect(await device.stateOf(device.here!.endpoint)).toBe('confirmed');
});

test('other words need another yes: the reader is told once that nothing comes, and what they wanted stays', async () => {
  const device = await deviceHere();
  const id = await device.told();
  const { endpoint } = device.here!;
  await keepTold({ endpoint, wanted: { wishes, agreed: '2026-01-01' } });
  await device.web.store.end(id, 'gone', device.web.clock.now());
  for (let i = 0; i < 3; i++) {
    await showDaily();
    device.pass(day);
  }
  expect((await device.web.store.receipt(id))!.state).toBe('ended');
  expect(device.shown).toEqual([{ body: expect.stringContaining('다시 신청해 주세요'), navigate: '/alerts/' }]);
  expect((await lastTold())?.wanted?.wishes).toEqual(wishes);
});

test('who has left stays away, whatever this device remembers', async () => {
  const device = await deviceHere();
  const id = await device.told();
  const before = (await lastTold())!;
  const kept = device.here;
  await leave(device.registration, false);
  expect([device.here, await lastTold()]).toEqual([null, null]);
  await showDaily();
  expect((await device.web.store.receipt(id))!.state).toBe('ended');
  // A browser whose files were put back to how they were before.
  device.here = kept;
  await keepTold(before);
  await showDaily();
  expect([(await device.web.store.receipt(id))!.state, await lastTold()]).toEqual(['ended', null]);
});

test.each([
  ['a page of somebody else', () => new Response('<!doctype html>', { status: 200 })],
  ['a page that is not there', () => new Response('<!doctype html>', { status: 404 })],
])('%s in the place of the notifier changes nothing', async (_, instead) => {
  const device = await deviceHere();
  await device.told();
  const [before, kept] = [await lastTold(), device.here];
  device.instead = instead;
  await showDaily();
  expect([await lastTold(), device.here, device.shown]).toEqual([before, kept, []]);
});

test('a device of which only the subscription is left is known again, and remembers what it is told', async () => {
  const device = await deviceHere();
  await device.told();
  await caches.delete('alerts');
  await showDaily();
  expect(await lastTold()).toEqual({
    endpoint: device.here!.endpoint,
    wanted: { wishes, agreed: agreedWords },
  });
});

test('a subscription that the browser has renewed is told to the notifier, with the old one', async () => {
  const device = await deviceHere();
  const id = await device.told();
  await caches.delete('alerts');
  const old = device.here as unknown as PushSubscription;
  const renewed = device.moves() as unknown as PushSubscription;
  await resyncPushed({ oldSubscription: old, newSubscription: renewed });
  expect((await device.web.store.receipt(id))!.state).toBe('ended');
  expect(await device.stateOf(renewed.endpoint)).toBe('confirmed');
});

test('a browser that says of a subscription that it is gone is subscribed again, but not where nobody wants alerts', async () => {
  const device = await deviceHere();
  await device.told();
  const old = device.here as unknown as PushSubscription;
  device.here = null;
  await resyncPushed({ oldSubscription: old, newSubscription: null });
  expect(await device.stateOf(device.here!.endpoint)).toBe('confirmed');
  await leave(device.registration, false);
  device.asked.length = 0;
  await resyncPushed({ oldSubscription: old, newSubscription: null });
  await resyncPushed({});
  expect([device.here, device.asked]).toEqual([null, []]);
});

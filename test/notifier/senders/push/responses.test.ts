import { expect, test } from 'vitest';
import type { Outcome } from '../../../../notifier/senders/sender.ts';
import { saying, taken, type Manner } from '../../../stand-ins/push-service.ts';
import { readRetryAfter, readingOf } from '../../../../notifier/senders/push/response-table.ts';
import { pushStage } from './stage.ts';

/** Seconds from now until an outcome lets the next attempt be made. */
const wait = (outcome: Outcome | undefined, now: Date) => {
  const until = outcome?.is === 'paused' ? outcome.until : outcome?.is === 'retry' ? outcome.after : null;
  return until ? (until.getTime() - now.getTime()) / 1000 : null;
};

test.each([200, 201, 202])('%i is sent', async (status) => {
  const { service, send, delivery } = await pushStage();
  service.manner = saying(status);
  expect((await send(delivery(1))).get(1)).toEqual({ is: 'sent' });
});

test.each([404, 410])('%i ends the channel, and no other', async (status) => {
  const { service, send, delivery } = await pushStage();
  service.manner = (asked, nth) => (asked.path.endsWith('/2') ? saying(status) : taken)(asked, nth);
  const outcomes = await send(delivery(1), delivery(2), delivery(3));
  expect([...outcomes].toSorted(([a], [b]) => a - b).map(([, outcome]) => outcome)).toEqual([
    { is: 'sent' },
    { is: 'gone', reason: 'gone' },
    { is: 'sent' },
  ]);
});

test.each([300, 307, 405, 406, 500, 502, 503])('%i is tried again and ends nobody', async (status) => {
  const { service, send, delivery, door } = await pushStage();
  service.manner = saying(status, { location: 'https://127.0.0.1/' });
  const outcome = (await send(delivery(1))).get(1);
  expect(outcome?.is).toBe('retry');
  expect(wait(outcome, door.now())).toBeGreaterThan(10);
});

test('a service in trouble that names a time is tried again then', async () => {
  const { service, send, delivery, door } = await pushStage();
  service.manner = saying(503, { 'retry-after': '120' });
  expect(wait((await send(delivery(1))).get(1), door.now())).toBe(120);
});

test('429 pauses everybody at that service for as long as it asks, and nothing is sent until then', async () => {
  const { service, send, delivery, door, clock } = await pushStage();
  service.manner = saying(429, { 'retry-after': '90' });
  const first = (await send(delivery(1))).get(1);
  expect(first?.is).toBe('paused');
  expect(wait(first, door.now())).toBe(90);
  service.manner = taken;
  const asked = service.asked();
  const second = await send(delivery(2), delivery(3));
  expect([...second.values()].map((outcome) => [outcome.is, wait(outcome, door.now())])).toEqual([
    ['paused', 90],
    ['paused', 90],
  ]);
  expect(service.asked()).toBe(asked);
  clock.instant = new Date(clock.instant.getTime() + 90_000);
  expect((await send(delivery(2))).get(2)).toEqual({ is: 'sent' });
});

test('what was on the way before and is taken does not end the pause', async () => {
  const { service, send, delivery } = await pushStage();
  service.manner = (asked, nth) => {
    if (nth === 1) saying(429, { 'retry-after': '90' })(asked, nth);
    else setTimeout(() => taken(asked, nth), 50);
  };
  const outcomes = await send(delivery(1), delivery(2));
  expect([...outcomes.values()].map(({ is }) => is).toSorted()).toEqual(['paused', 'sent']);
  expect((await send(delivery(3))).get(3)!.is).toBe('paused');
  expect(service.asked()).toBe(2);
});

test('Retry-After as a date is obeyed too, and a year is not', async () => {
  const { service, send, delivery, door, clock } = await pushStage();
  service.manner = saying(429, { 'retry-after': new Date(door.now().getTime() + 45_000).toUTCString() });
  expect(wait((await send(delivery(1))).get(1), door.now())).toBe(45);
  clock.instant = new Date(clock.instant.getTime() + 46_000);
  service.manner = saying(429, { 'retry-after': '31536000' });
  expect(wait((await send(delivery(1))).get(1), door.now())).toBe(3600);
});

test('without Retry-After the pause is longer each time, and short again once something was taken', async () => {
  const { service, send, delivery, door, clock } = await pushStage();
  const pauses: number[] = [];
  for (const manner of [saying(429), saying(429), saying(429), taken, saying(429)]) {
    service.manner = manner;
    const pause = wait((await send(delivery(1))).get(1), door.now());
    if (pause === null) continue;
    pauses.push(pause);
    clock.instant = new Date(clock.instant.getTime() + pause * 1000 + 1);
  }
  const [one, two, three, afterwards] = pauses;
  expect(one).toBeLessThanOrEqual(6.25);
  expect(two! + three!).toBeGreaterThan(20);
  expect(afterwards).toBeLessThanOrEqual(6.25);
});

test('a storm of 429 loses nothing: each is sent once in the end, by few requests', async () => {
  const { service, send, delivery, clock, arrived } = await pushStage({ threads: 2, patience: { streams: 10 } });
  let storm = true;
  service.manner = (asked, nth) => (storm ? saying(429, { 'retry-after': '30' }) : taken)(asked, nth);
  let left = Array.from({ length: 300 }, (_, at) => at);
  const again = async () => {
    const outcomes = await send(...left.map((id) => delivery(id)));
    left = left.filter((id) => outcomes.get(id)!.is !== 'sent');
    expect([...outcomes.values()].every(({ is }) => is === 'sent' || is === 'paused')).toBe(true);
  };
  await again();
  expect(left).toHaveLength(300);
  expect(service.asked()).toBeLessThan(100);
  storm = false;
  clock.instant = new Date(clock.instant.getTime() + 31_000);
  while (left.length > 0) await again();
  expect(arrived().toSorted((a, b) => a - b)).toEqual(Array.from({ length: 300 }, (_, at) => at));
});

test("Microsoft's 406 is a 429, and nobody else's", () => {
  expect(readingOf(406, 'wns2-par02p.notify.windows.com')).toBe('too much');
  expect(readingOf(406, 'fcm.googleapis.com')).toBe('trouble');
});

test('a Retry-After that says nothing is as none', () => {
  const now = new Date('2026-11-23T01:00:00Z');
  expect(['', '0', '-5', 'soon', '1.5', new Date(0).toUTCString()].map((text) => readRetryAfter(text, now))).toEqual(
    Array.from({ length: 6 }, () => null),
  );
  expect(readRetryAfter('7', now)).toBe(7_000);
});

test.each([400, 401, 403])(
  '%i for one channel leaves the others alone, and it is not asked again at once',
  async (status) => {
    const { service, send, delivery, said, sender } = await pushStage();
    const bad: Manner = (asked, nth) => (asked.path.endsWith('/7') ? saying(status) : taken)(asked, nth);
    service.manner = bad;
    const all = Array.from({ length: 30 }, (_, id) => delivery(id));
    const outcomes = await send(...all);
    expect([...outcomes].filter(([, { is }]) => is !== 'sent').map(([id, { is }]) => [id, is])).toEqual([[7, 'retry']]);
    const asked = service.asked();
    for (let round = 0; round < 30; round++) await send(delivery(7));
    expect(service.asked()).toBe(asked);
    expect(said).toEqual([]);
    expect(sender.standing()).toMatchObject({ quarantined: [], counts: { rejected: 1 } });
  },
);

test('a key that a service refuses for everybody is left alone there with an alarm, and taken up again', async () => {
  const { service, send, delivery, said, sender, clock, vapid } = await pushStage({ patience: { streams: 5 } });
  const known = Array.from({ length: 60 }, (_, id) => delivery(id));
  await send(...known);
  service.manner = saying(403, {}, 'https://secret.example/endpoint');
  const outcomes = await send(...known);
  expect([...outcomes.values()].every(({ is }) => is === 'retry')).toBe(true);
  expect(service.asked()).toBeLessThan(60 + 40);
  expect(sender.standing().quarantined).toEqual([{ origin: service.origin, key: vapid.newest().id }]);
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(/^localhost:\d+ refuses what we send under VAPID key [\w-]+ \(403\)\./);
  expect(said[0]).not.toMatch(/secret|\/push\//);

  service.manner = taken;
  const asked = service.asked();
  expect((await send(delivery(100))).get(100)!.is).toBe('retry');
  expect(service.asked()).toBe(asked);
  clock.instant = new Date(clock.instant.getTime() + 61_000);
  expect((await send(delivery(100))).get(100)).toEqual({ is: 'sent' });
  expect(sender.standing().quarantined).toEqual([]);
});

test('strangers whom a service refuses stop nobody else there, however often they come', async () => {
  const { service, send, delivery, sender, clock, said } = await pushStage();
  const strangers = () => Array.from({ length: 60 }, (_, id) => delivery(1_000 + id));
  service.manner = (asked, nth) => (Number(asked.path.split('/').at(-1)) < 1_000 ? taken : saying(403))(asked, nth);
  for (let event = 0; event < 5; event++) {
    const outcomes = await send(...strangers());
    for (const outcome of outcomes.values()) expect(outcome).toMatchObject({ is: 'retry', alone: true });
    // Before the service has taken anybody, and after.
    expect((await send(delivery(event))).get(event)).toEqual({ is: 'sent' });
    clock.instant = new Date(clock.instant.getTime() + 1_000_000);
  }
  expect(sender.standing()).toMatchObject({ quarantined: [], counts: { rejected: 300 } });
  expect(said).toEqual([expect.stringMatching(/has refused the first 20 channels .* and taken none since the start/)]);
});

test('a key that was false from the start rests once very many were refused and nobody was taken', async () => {
  const { service, send, delivery, sender, said } = await pushStage();
  service.manner = saying(401);
  await send(...Array.from({ length: 990 }, (_, id) => delivery(id)));
  expect(sender.standing().quarantined).toEqual([]);
  await send(...Array.from({ length: 20 }, (_, id) => delivery(2_000 + id)));
  expect(sender.standing().quarantined).toHaveLength(1);
  expect(said).toHaveLength(2);
});

test('what was not tried is told as concerning that channel alone, and so is a key that rests', async () => {
  const { service, send, delivery } = await pushStage();
  const known = Array.from({ length: 30 }, (_, id) => delivery(id));
  await send(...known);
  service.manner = saying(403);
  await send(...known);
  const asked = service.asked();
  for (const outcome of (await send(...known, delivery(99))).values())
    expect(outcome).toMatchObject({ is: 'retry', alone: true });
  const one = delivery(1);
  const elsewhere = { ...one, to: { ...one.to, endpoint: 'https://unknown.example/1' } as typeof one.to };
  expect((await send(elsewhere)).get(1)).toMatchObject({ is: 'retry', alone: true });
  expect(service.asked()).toBe(asked);
});

test('another key at the same service goes on', async () => {
  const { service, send, delivery, vapid } = await pushStage();
  const old = vapid.newest();
  const fresh = vapid.rotate(new Date(), new Set([old.id]));
  const bad: Manner = (asked, nth) => (Number(asked.path.split('/').at(-1)) < 50 ? saying(403) : taken)(asked, nth);
  const under = (id: number, key: string) => {
    const one = delivery(id);
    return one.to.by === 'push' ? { ...one, to: { ...one.to, vapidKey: key } } : one;
  };
  const known = Array.from({ length: 40 }, (_, id) => under(id, old.id));
  await send(...known);
  service.manner = bad;
  await send(...known);
  const outcomes = await send(under(100, old.id), under(101, fresh.id));
  expect(outcomes.get(100)!.is).toBe('retry');
  expect(outcomes.get(101)).toEqual({ is: 'sent' });
});

test('413 is a bug of ours: said once, counted, and not sent again and again', async () => {
  const { service, send, delivery, said, sender } = await pushStage();
  service.manner = saying(413);
  await send(delivery(1), delivery(2));
  const asked = service.asked();
  expect((await send(delivery(1))).get(1)!.is).toBe('retry');
  expect(service.asked()).toBe(asked);
  expect(said).toHaveLength(1);
  expect(sender.standing().counts.tooLarge).toBe(2);
});

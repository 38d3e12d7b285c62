import { createServer as createPlain } from 'node:net';
import { createServer as createTls } from 'node:tls';
import { constants } from 'node:http2';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { pushHosts } from '../../../../notifier/senders/push/push-hosts.ts';
import { certificate } from '../../../stand-ins/push-service/certificate.ts';
import { saying, taken, type Manner } from '../../../stand-ins/push-service.ts';
import { pushStage } from './stage.ts';

const short = { connect: 10_000, headers: 1_000, body: 1_000, idle: 30_000, streams: 100 };
const isOf = (outcomes: Map<number, { is: string }>) => [...outcomes.values()].map(({ is }) => is);
const many = (count: number, make: (id: number) => ReturnType<Awaited<ReturnType<typeof pushStage>>['delivery']>) =>
  Array.from({ length: count }, (_, id) => make(id));

test('a service that goes away in mid-stream: what it took is sent, the rest goes over a new connection', async () => {
  const { service, send, delivery, arrived } = await pushStage({ patience: { streams: 10 } });
  service.manner = (asked, nth) => {
    taken(asked, nth);
    if (nth === 15) asked.session.goaway(constants.NGHTTP2_NO_ERROR);
  };
  let left = many(60, delivery);
  for (let round = 0; left.length > 0 && round < 20; round++) {
    const outcomes = await send(...left);
    expect(isOf(outcomes).every((is) => is === 'sent' || is === 'retry')).toBe(true);
    left = left.filter(({ id }) => outcomes.get(id)!.is !== 'sent');
  }
  expect(arrived().toSorted((a, b) => a - b)).toEqual(many(60, delivery).map(({ id }) => id));
  expect(service.connections).toBeGreaterThan(1);
});

test.each([0, 1])(
  'closing waits for what a service that goes away has taken and not answered yet (%i threads)',
  async (threads) => {
    const { service, sender, delivery, arrived } = await pushStage({ threads });
    const answers: (() => void)[] = [];
    service.manner = (asked, nth) => {
      if (nth > 5) return taken(asked, nth);
      answers.push(() => taken(asked, nth));
      if (nth === 5) asked.session.goaway(constants.NGHTTP2_NO_ERROR);
    };
    const outcomes = new Map<number, string>();
    const hear = (id: number, { is }: { is: string }) => void outcomes.set(id, is);
    const first = sender.send(
      [1, 2, 3, 4, 5].map((id) => delivery(id)),
      hear,
    );
    await expect.poll(() => answers.length, { timeout: 10_000 }).toBe(5);
    // A new connection, beside the old one with its five.
    let second = 10;
    while (outcomes.get(second) !== 'sent') await sender.send([delivery(++second)], hear);
    outcomes.clear();
    const closing = sender.close();
    setTimeout(() => answers.forEach((answer) => answer()), 300);
    await Promise.all([closing, first]);
    expect(Object.fromEntries(outcomes)).toEqual({ 1: 'sent', 2: 'sent', 3: 'sent', 4: 'sent', 5: 'sent' });
    expect(new Set(arrived()).size).toBe(arrived().length);
  },
);

test('a service that goes away with an error loses nothing; what may have been taken can come twice and collapses', async () => {
  const { service, send, delivery } = await pushStage({ patience: { streams: 10 } });
  service.manner = (asked, nth) => {
    if (nth === 15) asked.session.destroy(undefined, constants.NGHTTP2_INTERNAL_ERROR);
    else taken(asked, nth);
  };
  let left = many(60, delivery);
  for (let round = 0; left.length > 0 && round < 20; round++) {
    const outcomes = await send(...left);
    left = left.filter(({ id }) => outcomes.get(id)!.is !== 'sent');
  }
  expect(left).toEqual([]);
  expect(new Set(service.received.map(({ path }) => path)).size).toBe(60);
  expect(service.received.length).toBeLessThanOrEqual(60 + 10);
  expect(new Set(service.received.map(({ topic }) => topic)).size).toBe(1);
});

test('201 and then a reset is sent', async () => {
  const { service, send, delivery } = await pushStage();
  service.manner = ({ stream, take }) => {
    take();
    stream.respond({ ':status': 201 });
    stream.write('x');
    setImmediate(() => stream.close(constants.NGHTTP2_INTERNAL_ERROR));
  };
  expect(isOf(await send(...many(5, delivery)))).toEqual(Array.from({ length: 5 }, () => 'sent'));
});

test.each([
  ['a reset in the place of an answer', constants.NGHTTP2_INTERNAL_ERROR, 1],
  ['a stream that is refused', constants.NGHTTP2_REFUSED_STREAM, 0],
])('%s is tried again', async (_, code, unanswered) => {
  const { service, send, delivery, sender } = await pushStage();
  service.manner = ({ stream }) => stream.close(code);
  expect(isOf(await send(delivery(1)))).toEqual(['retry']);
  expect(sender.standing().counts.unanswered).toBe(unanswered);
  service.manner = taken;
  expect(isOf(await send(delivery(1)))).toEqual(['sent']);
});

test('a connection that breaks is made anew', async () => {
  const { service, send, delivery } = await pushStage();
  service.manner = ({ session }) => session.destroy();
  expect(isOf(await send(delivery(1)))).toEqual(['retry']);
  service.manner = taken;
  expect(isOf(await send(delivery(1)))).toEqual(['sent']);
  expect(service.connections).toBe(2);
});

test('a service that does not answer is given up in time, and the connection with it', async () => {
  const { service, send, delivery } = await pushStage({ patience: short });
  service.manner = () => {};
  expect(isOf(await send(...many(3, delivery)))).toEqual(['retry', 'retry', 'retry']);
  service.manner = taken;
  expect(isOf(await send(delivery(1)))).toEqual(['sent']);
  expect(service.connections).toBe(2);
});

test('a service that does not even read is given up in time', async () => {
  const { service, send, delivery } = await pushStage({ patience: short });
  service.deaf = true;
  expect(new Set(isOf(await send(...many(150, delivery))))).toEqual(new Set(['retry']));
});

test('a status is enough: who keeps talking, slowly or without end, is cut off and keeps nobody waiting', async () => {
  const { service, send, delivery } = await pushStage({ patience: { ...short, streams: 1 } });
  const slow: Manner = ({ stream, take }) => {
    take();
    stream.respond({ ':status': 201 });
    stream.write('x');
  };
  let sentBytes = 0;
  const endless: Manner = ({ stream, take }) => {
    take();
    stream.respond({ ':status': 201 });
    const more = () => {
      while (!stream.destroyed && stream.write(Buffer.alloc(8_192))) sentBytes += 8_192;
    };
    stream.on('drain', more);
    more();
  };
  service.manner = (asked, nth) => (nth % 2 ? slow : endless)(asked, nth);
  expect(isOf(await send(...many(4, delivery)))).toEqual(['sent', 'sent', 'sent', 'sent']);
  expect(sentBytes).toBeLessThan(1_000_000);
});

test('one stream after the other where the service allows no more', async () => {
  const { service, send, delivery } = await pushStage({ service: { streams: 1 } });
  expect(new Set(isOf(await send(...many(20, delivery))))).toEqual(new Set(['sent']));
  expect(service.mostOpen).toBe(1);
  expect(service.connections).toBe(1);
});

test('more than our own bound are never open at once', async () => {
  const { service, send, delivery } = await pushStage({ patience: { streams: 7 } });
  service.manner = (asked, nth) => setTimeout(() => taken(asked, nth), 5);
  expect(new Set(isOf(await send(...many(40, delivery))))).toEqual(new Set(['sent']));
  expect(service.mostOpen).toBe(7);
});

test('a connection that nobody needs is closed, and made again when somebody does', async () => {
  const { service, send, delivery } = await pushStage({ patience: { idle: 30 } });
  await send(delivery(1));
  await expect.poll(() => service.sessions.size, { timeout: 10_000 }).toBe(0);
  expect(isOf(await send(delivery(2)))).toEqual(['sent']);
  expect(service.connections).toBe(2);
});

test('a service that cannot be reached is left alone for a while, without a request for each', async () => {
  const { sender, send, delivery, service, clock } = await pushStage({ patience: short });
  await send(delivery(1));
  await service.close();
  for (const session of service.sessions) session.destroy();
  await expect.poll(() => service.sessions.size, { timeout: 10_000 }).toBe(0);
  expect(new Set(isOf(await send(...many(50, delivery))))).toEqual(new Set(['retry']));
  const [outcome] = (await send(delivery(1))).values();
  expect(outcome).toMatchObject({ is: 'retry' });
  expect((outcome as { after: Date }).after.getTime()).toBeGreaterThan(clock.instant.getTime());
  expect(sender.standing().quarantined).toEqual([]);
});

test('a host that leads to this machine is not spoken to, unless its address was set', async () => {
  const { service, send, delivery } = await pushStage({ hosts: pushHosts([]) });
  expect(isOf(await send(delivery(1)))).toEqual(['retry']);
  expect(service.connections).toBe(0);
});

test.each([0, 1])('a name that leads to the loopback gets no connection (%i threads)', async (threads) => {
  const named = await pushStage();
  const port = new URL(named.service.origin).port;
  const { vapid, service } = named;
  const { send } = await pushStage({ hosts: pushHosts([`localhost:${port}`]), threads, vapid, ca: service.ca });
  expect(isOf(await send(named.delivery(1)))).toEqual(['retry']);
  expect(named.service.connections).toBe(0);
});

test('a service with a certificate of somebody else gets nothing', async () => {
  const { service, send, delivery } = await pushStage({ ca: undefined });
  expect(isOf(await send(delivery(1)))).toEqual(['retry']);
  expect(service.asked()).toBe(0);
});

test.each(['speaks no HTTP/2', 'never says a word'])('a service that %s is given up in time', async (what) => {
  const { key, cert } = await certificate();
  const server =
    what === 'speaks no HTTP/2' ? createTls({ key, cert }, (socket) => socket.on('error', () => {})) : createPlain();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const { send, delivery } = await pushStage({
    hosts: pushHosts([`localhost:${port}=127.0.0.1`]),
    patience: { ...short, connect: what === 'speaks no HTTP/2' ? 60_000 : 500 },
  });
  const one = delivery(1);
  const to = { ...one.to, endpoint: `https://localhost:${port}/push/1` } as typeof one.to;
  expect(isOf(await send({ ...one, to }))).toEqual(['retry']);
});

test('one service that is slow does not hold up another', async () => {
  const slow = await pushStage();
  const { service, send, delivery, arrived } = await pushStage();
  slow.service.manner = () => {};
  const both = await pushStage({
    hosts: pushHosts([slow.service.setting, service.setting]),
    patience: { ...short, headers: 2_500 },
    vapid: slow.vapid,
  });
  const fast: number[] = [];
  await both.sender.send(
    [...many(20, slow.delivery), ...many(20, (id) => delivery(id + 100))].map((one) => rekeyed(one)),
    (id, { is }) => {
      if (is === 'sent') fast.push(id);
      else expect(fast).toHaveLength(20);
    },
  );
  expect(arrived()).toHaveLength(20);
  await send();

  function rekeyed<T extends ReturnType<typeof delivery>>(one: T): T {
    return { ...one, to: { ...one.to, vapidKey: slow.vapid.newest().id } };
  }
});

test('what is kept back at the last moment never reaches the wire: somebody leaves while others are being sent', async () => {
  const { service, sender, delivery, door, arrived } = await pushStage({ threads: 2, patience: { streams: 2 } });
  service.manner = (asked, nth) => {
    for (let id = 30; id < 60; id++) door.leave(id);
    taken(asked, nth);
  };
  const outcomes = new Map<number, string>();
  await sender.send(many(60, delivery), (id, outcome) =>
    outcomes.set(id, outcome.is === 'kept back' ? outcome.why : outcome.is),
  );
  const left = [...outcomes].filter(([, is]) => is === 'left').map(([id]) => id);
  expect(left.length).toBeGreaterThan(20);
  expect(arrived().filter((id) => left.includes(id))).toEqual([]);
  expect(arrived().length + left.length).toBe(60);
});

test('a clock that is set back while messages wait keeps them back, in threads as well', async () => {
  const { service, sender, delivery, clock, arrived } = await pushStage({ threads: 1, patience: { streams: 1 } });
  const waiting: (() => void)[] = [];
  service.manner = (asked, nth) => waiting.push(() => taken(asked, nth));
  const outcomes = new Map<number, string>();
  const sending = sender.send(many(5, delivery), (id, outcome) => outcomes.set(id, outcome.is));
  await expect.poll(() => waiting.length, { timeout: 10_000 }).toBe(1);
  clock.instant = new Date(clock.instant.getTime() - 3_600_000);
  // Threads hear of it within a beat of 20 ms.
  await new Promise((heard) => setTimeout(heard, 200));
  waiting.pop()!();
  await sending;
  expect([...outcomes.values()].toSorted()).toEqual(['kept back', 'kept back', 'kept back', 'kept back', 'sent']);
  expect(arrived()).toHaveLength(1);
});

test('the message says how long it is good for, how urgent it is, and what it replaces', async () => {
  const { service, send, delivery, door } = await pushStage();
  await send(delivery(1, { expiresAt: new Date(door.now().getTime() + 125_900) }));
  expect(service.received[0]).toMatchObject({ ttl: 125, urgency: 'high', bytes: 2048 });
  expect(service.received[0]!.topic).toMatch(/^[\w-]{32}$/);
  expect(service.received[0]!.payload).toMatchObject({ web_push: 8030 });
});

test('less than a second to live is too late', async () => {
  const { send, delivery, door } = await pushStage();
  const outcomes = await send(delivery(1, { expiresAt: new Date(door.now().getTime() + 999) }));
  expect(outcomes.get(1)).toEqual({ is: 'kept back', why: 'late' });
});

test('nothing that is said or thrown names an endpoint or a key', async () => {
  const { service, send, delivery, said, sender } = await pushStage();
  service.manner = saying(403);
  await send(...many(30, delivery));
  const heard = said.join() + JSON.stringify(sender.standing());
  expect(heard).not.toBe('');
  const { keys } = service.subscription(1);
  for (const secret of ['/push/', keys.p256dh, keys.auth]) expect(heard).not.toContain(secret);
});

import { expect, onTestFinished, test } from 'vitest';
import { openDoor } from '../../../../notifier/door.ts';
import { courierInThread } from '../../../../notifier/senders/push/courier-threads.ts';
import type { Load } from '../../../../notifier/senders/push/courier.ts';
import type { Verdict } from '../../../../notifier/senders/push/response-table.ts';
import { startPushService } from '../../../stand-ins/push-service.ts';
import { movedClock } from '../../moved-clock.ts';
import { soon } from '../../soon.ts';

const patience = { connect: 10_000, headers: 10_000, body: 1_000, idle: 30_000, streams: 100 };

test('what a thread that dies had in hand is answered once, as unanswered, and another thread takes its place', async () => {
  const clock = movedClock();
  const door = openDoor(clock);
  const service = await startPushService({ clock });
  const answers: [number, Verdict][] = [];
  let died = 0;
  const courier = courierInThread({
    door,
    patience,
    ca: service.ca,
    answer: (ticket, verdict) => answers.push([ticket, verdict]),
    died: () => died++,
  });
  onTestFinished(async () => {
    await courier.close();
    await service.close();
  });
  const load = (ticket: number): Load => {
    const { endpoint, keys } = service.subscription(ticket);
    const { origin, hostname, port, pathname } = new URL(endpoint);
    return {
      ticket,
      host: { origin, host: hostname, port: Number(port), address: '127.0.0.1' },
      authorization: 'vapid t=nobody',
      urgency: 'normal',
      topic: 'opens-today',
      notBefore: 0,
      expiresAt: clock.in(3_600).getTime(),
      payloads: [Buffer.from('{}')],
      ids: Uint32Array.of(ticket),
      which: Uint16Array.of(0),
      paths: [pathname],
      keys: Buffer.concat([Buffer.from(keys.p256dh, 'base64url'), Buffer.from(keys.auth, 'base64url')]),
    };
  };
  courier.carry({ ...load(1), host: null as never });
  await soon(() => answers).toEqual([[1, { is: 'unanswered' }]]);
  expect(died).toBe(1);
  courier.carry(load(2));
  // The service was asked, and does not know who that is.
  await soon(() => answers.slice(1)).toEqual([[2, { is: 'answered', status: 403, retryAfter: null }]]);
  expect(died).toBe(1);
});

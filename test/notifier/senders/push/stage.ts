import { onTestFinished } from 'vitest';
import { parseInstant, type Clock } from '../../../../db/clock.ts';
import type { ChannelId } from '../../../../db/subscribers/subscribers.ts';
import { openDoor, type SharedDoor } from '../../../../notifier/door.ts';
import { openVapidKeys } from '../../../../notifier/keys/vapid.ts';
import type { Message } from '../../../../notifier/messages/message.ts';
import { pushHosts } from '../../../../notifier/senders/push/push-hosts.ts';
import { createPushSender, type PushSenderParts } from '../../../../notifier/senders/push/push-sender.ts';
import type { Delivery, Outcome } from '../../../../notifier/senders/sender.ts';
import { freshFolder } from '../../../fresh.ts';
import { startPushService, type PushServiceParts } from '../../../stand-ins/push-service.ts';

export const siteUrl = 'https://lighthouse.example/';
const start = parseInstant('2026-11-23T10:00:00+09:00');

/** A push service and a sender that may speak to it, until the test ends. `clock` stands still unless it is moved. */
export async function pushStage(
  parts: Partial<PushSenderParts> & { service?: PushServiceParts; clock?: Clock; door?: SharedDoor } = {},
) {
  const clock = { instant: start, now: () => (parts.clock ? parts.clock.now() : clock.instant) };
  const door = parts.door ?? openDoor(clock);
  const service = await startPushService({ clock: door, ...parts.service });
  const vapid = parts.vapid ?? openVapidKeys(freshFolder(), start);
  const said: string[] = [];
  const sender = createPushSender({
    vapid,
    subject: 'mailto:desk@example.kr',
    hosts: pushHosts([service.setting]),
    siteUrl,
    door,
    threads: 0,
    say: (line) => said.push(line),
    ca: service.ca,
    ...parts,
  });
  onTestFinished(async () => {
    await sender.close();
    await service.close();
  });

  function delivery(id: ChannelId, change: Partial<Delivery> = {}): Delivery {
    const { endpoint, keys } = service.subscription(id);
    const now = door.now().getTime();
    return {
      id,
      generation: 1,
      lane: `push ${new URL(endpoint).host}`,
      to: { by: 'push', endpoint, ...keys, vapidKey: vapid.newest().id },
      messages: [message()],
      notBefore: new Date(now - 60_000),
      expiresAt: new Date(now + 3_600_000),
      ...change,
    };
  }

  /** What became of each, by channel. @throws where one is answered twice or not at all. */
  async function send(...deliveries: Delivery[]) {
    const outcomes = new Map<ChannelId, Outcome>();
    await sender.send(deliveries, (id, outcome) => {
      if (outcomes.has(id)) throw new Error(`${id} was answered twice.`);
      outcomes.set(id, outcome);
    });
    if (outcomes.size !== deliveries.length) throw new Error('Not everybody was answered.');
    return outcomes;
  }

  const arrived = () => service.received.map(({ path }) => Number(path.split('/').at(-1)));
  return { service, sender, door, clock, vapid, said, delivery, send, arrived };
}

export function message(change: Partial<Message> = {}): Message {
  return {
    type: 'info',
    event: 'opens-today-2026000001-2026-11-23',
    title: '등대마을 첫째 단지 접수가 오늘 시작됩니다',
    line: '서울 강남구 · 아파트 · 09:00부터 17:30까지',
    path: '/notices/2026000001/',
    why: '서울 강남구 · 아파트 · 접수 시작 알림을 신청하셨습니다.',
    urgency: 'high',
    expiresAt: parseInstant('2026-11-23T17:30:00+09:00'),
    ...change,
    dated: change.dated ?? change.title ?? '등대마을 첫째 단지 11월 23일(월) 접수 시작',
  };
}

import webPush from 'web-push';
import { systemClock } from '../../../db/clock.ts';
import { openDoor } from '../../../notifier/door.ts';
import { openVapidKeys } from '../../../notifier/keys/vapid.ts';
import { payloadOf } from '../../../notifier/senders/push/payload.ts';
import { pushHosts } from '../../../notifier/senders/push/push-hosts.ts';
import { createPushSender } from '../../../notifier/senders/push/push-sender.ts';
import type { Delivery } from '../../../notifier/senders/sender.ts';
import type { Measured, Task } from './measured.ts';
import { opensslEcdh } from './openssl-ecdh.ts';

/*
 * A sender in a process of its own, so that its seconds of CPU are its own: `node send.ts FOLDER`, then a Task, answered by Measured.
 */
const siteUrl = 'https://lighthouse.example/';
const vapid = openVapidKeys(process.argv[2]!, systemClock.now());
const subject = 'mailto:desk@example.kr';
/** As long as the endpoints of the largest service. */
const filling = 'APA91b'.padEnd(150, 'x');
const message = {
  type: 'info' as const,
  event: 'opens-today-2026000001-2026-11-23',
  title: '등대마을 첫째 단지 접수가 오늘 시작됩니다',
  dated: '등대마을 첫째 단지 11월 23일(월) 접수 시작',
  line: '서울 강남구 · 아파트 · 09:00부터 17:30까지',
  path: '/notices/2026000001/',
  why: '서울 강남구 · 아파트 · 접수 시작 알림을 신청하셨습니다.',
  urgency: 'high' as const,
  expiresAt: new Date(systemClock.now().getTime() + 3_600_000),
};

/** Who are told the same share it. */
const messages = [message];

process.once('message', ({ way, count, service }: Task) => {
  void run(way, count, service).then((measured) => process.send!(measured, () => process.disconnect()));
});

async function run(way: Task['way'], count: number, service: Task['service']): Promise<Measured> {
  if (way === 'ecdh') {
    const agree = await opensslEcdh();
    agree(1_000);
    return measure(async () => agree(count));
  }
  if (way === 'web-push') {
    await byWebPush(1_000, service);
    return measure(() => byWebPush(count, service));
  }
  const door = openDoor(systemClock);
  const hosts = pushHosts([service.setting]);
  const threads = way === 'one' ? 0 : 2;
  const sender = createPushSender({
    vapid,
    subject,
    hosts,
    siteUrl,
    door,
    threads,
    say: console.error,
    ca: service.ca,
  });
  await byOurs(0, 3_000);
  const measured = await measure(() => byOurs(3_000, count));
  await sender.close();
  return measured;

  /** As dispatch does it: chunks of a thousand, eight in hand. */
  async function byOurs(from: number, many: number) {
    let next = from;
    const chunks = async () => {
      while (next < from + many) {
        const chunk: Delivery[] = [];
        while (chunk.length < 1_000 && next < from + many) chunk.push(delivery(next++));
        await sender.send(chunk, (id, { is }) => {
          if (is !== 'sent') throw new Error(`Message ${id} was not sent: ${is}.`);
        });
      }
    };
    await Promise.all(Array.from({ length: 8 }, chunks));
  }

  function delivery(id: number): Delivery {
    const endpoint = `${service.origin}/fcm/send/${filling}/${id}`;
    return {
      id,
      generation: 1,
      lane: 'push localhost',
      to: { by: 'push', endpoint, ...service.keys[id % 8]!, vapidKey: vapid.newest().id },
      messages,
      notBefore: new Date(0),
      expiresAt: message.expiresAt,
    };
  }
}

async function byWebPush(count: number, { plain, keys }: Task['service']) {
  const { publicKey, privateKey } = vapid.newest();
  const payload = payloadOf([message], siteUrl).bytes;
  let next = 0;
  const one = async () => {
    while (next < count) {
      const id = next++;
      const endpoint = `${plain}/fcm/send/${filling}/${id}`;
      const vapidDetails = { subject, publicKey, privateKey };
      await webPush.sendNotification({ endpoint, keys: keys[id % 8]! }, payload, { vapidDetails, TTL: 3_600 });
    }
  };
  await Promise.all(Array.from({ length: 100 }, one));
}

async function measure(work: () => Promise<void>): Promise<Measured> {
  const [cpu, began] = [process.cpuUsage(), performance.now()];
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { seconds: (performance.now() - began) / 1000, cpu: (user + system) / 1e6 };
}

import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { laneOf } from '../../../db/subscribers/lane-of.ts';
import type { Lane } from '../../../db/subscribers/channel.ts';
import type { Subscribers } from '../../../db/subscribers/subscribers.ts';
import { consent, push, wishes } from './examples.ts';
import { freshStore } from './fresh-store.ts';

const at = (host: string) => laneOf({ ...push('x'), endpoint: `https://${host}/x` } as Parameters<typeof laneOf>[0]);

test.each([
  ['fcm.googleapis.com', 'push fcm.googleapis.com'],
  ['updates.push.services.mozilla.com', 'push push.services.mozilla.com'],
  ['web.push.apple.com', 'push push.apple.com'],
  ['wns2-par02p.notify.windows.com', 'push notify.windows.com'],
  ['a.b.c.notify.windows.com', 'push notify.windows.com'],
  ['evilnotify.windows.com', 'push evilnotify.windows.com'],
  ['push.example.org:8443', 'push push.example.org:8443'],
])('%s is in the lane %s', (host, lane) => {
  expect(at(host)).toBe(lane);
});

test('however many hosts strangers name, a family is one lane', () => {
  const lanes = new Set(Array.from({ length: 12_000 }, (_, i) => at(`stranger-${i}.notify.windows.com`)));
  expect(lanes.size).toBe(1);
});

test('a store of before finds its channels in the lanes of today', async () => {
  const { dataDir, store } = freshStore();
  const hosts = [
    'updates.push.services.mozilla.com',
    'web.push.apple.com',
    'db5p.notify.windows.com',
    'fcm.googleapis.com',
  ];
  for (const host of hosts)
    await store.join(
      { ...push('x'), endpoint: `https://${host}/x` } as Parameters<typeof laneOf>[0],
      wishes,
      consent(),
    );
  const today = await lanesIn(store);
  await store.close();
  const file = new Database(join(dataDir, 'subscribers.db'));
  for (const [i, host] of hosts.entries())
    file.prepare('UPDATE channels SET lane = ? WHERE id = ?').run([`push ${host}`, i + 1]);
  file.exec('DROP INDEX channels_never_agreed');
  file.exec('DELETE FROM __drizzle_migrations WHERE created_at > (SELECT min(created_at) FROM __drizzle_migrations)');
  file.close();
  expect(await lanesIn(freshStore(dataDir).store)).toEqual(today);
});

async function lanesIn(store: Subscribers) {
  const lanes: Lane[] = [];
  await store.each(({ lane }) => void lanes.push(lane));
  return lanes;
}

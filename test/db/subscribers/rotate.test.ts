import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { retention } from '../../../db/subscribers/retention.ts';
import { at, consent, day, joined, push, wishes } from './examples.ts';
import { freshStore } from './fresh-store.ts';
import { processOf } from './process-of.ts';

const keysIn = (dataDir: string) =>
  (JSON.parse(readFileSync(join(dataDir, 'keys', 'addresses.json'), 'utf8')) as { keys: { id: number }[] }).keys.map(
    ({ id }) => id,
  );

test('a new key seals from then on, and rotation puts all the others under it', async () => {
  const { dataDir, keyring, store } = freshStore();
  const ids = await joined(store, 1_200);
  keyring.renew(at(day));
  const late = await store.join(push('late'), wishes, consent());
  expect(await store.rotate()).toBe(1_200);
  expect(await store.rotate()).toBe(0);
  expect((await store.addresses([...ids, late.id])).size).toBe(1_201);
  await store.close();
  const again = freshStore(dataDir).store;
  expect((await again.addresses(ids)).get(ids[0]!)).toMatchObject({
    endpoint: 'https://fcm.googleapis.com/fcm/send/device-0',
  });
});

test('an old key is destroyed when no backup may need it any more, never while something needs it', async () => {
  const { dataDir, keyring, store } = freshStore();
  await joined(store, 3);
  keyring.renew(at(day));
  expect(await store.tidy(at(day + retention.backups + 1))).toMatchObject({ keys: 0 });
  await store.rotate();
  expect(await store.tidy(at(day + retention.backups))).toMatchObject({ keys: 0 });
  expect(keysIn(dataDir)).toEqual([1, 2]);
  expect(await store.tidy(at(day + retention.backups + 1))).toMatchObject({ keys: 1 });
  expect(keysIn(dataDir)).toEqual([2]);
  expect((await store.addresses([1, 2, 3])).size).toBe(3);
  keyring.renew(at(2 * day));
  expect(keyring.dropReplaced(at(900 * day), (id) => id === 2)).toBe(0);
});

test('a rotation that was killed is finished by the next', async () => {
  const { dataDir, keyring, store } = freshStore();
  const ids = await joined(store, 5_000);
  keyring.renew(at(day));
  await store.close();
  const rotating = processOf(dataDir, 'rotate');
  await rotating.says();
  await rotating.kill();
  const again = freshStore(dataDir).store;
  await again.rotate();
  expect((await again.addresses(ids)).size).toBe(5_000);
  expect(await again.rotate()).toBe(0);
});

import { expect, test } from 'vitest';
import { damageAddress } from './damage.ts';
import { at, consent, day, joined, push, wishes } from './examples.ts';
import { freshStore } from './fresh-store.ts';

test.each(['sealed', 'wrapped'] as const)('one damaged row (%s) stands in nobody else’s way', async (column) => {
  const { dataDir, keyring, store } = freshStore();
  const ids = await joined(store, 3);
  damageAddress(dataDir, ids[1]!, column);
  expect([...(await store.addresses(ids)).keys()]).toEqual([ids[0], ids[2]]);
  expect(await store.receipt(ids[1]!)).toMatchObject({ state: 'confirmed', address: '' });
  keyring.renew(at(day));
  expect(await store.rotate()).toBeGreaterThanOrEqual(2);
  expect([...(await store.addresses(ids)).keys()]).toEqual([ids[0], ids[2]]);
});

test('a damaged row is whole again when its browser comes by', async () => {
  const { dataDir, store } = freshStore();
  const browser = push('kim');
  const { id } = await store.join(browser, wishes, consent());
  damageAddress(dataDir, id);
  expect(await store.addresses([id])).toEqual(new Map());
  expect(await store.join(browser, null, consent(day))).toMatchObject({ id, state: 'confirmed' });
  expect((await store.addresses([id])).get(id)).toMatchObject(browser);
});

test('whose row is damaged can leave, and be forgotten', async () => {
  const { dataDir, store } = freshStore();
  const ids = await joined(store, 2);
  for (const id of ids) damageAddress(dataDir, id);
  expect(await store.end(ids[0]!, 'unsubscribed', at(day))).toBe(true);
  expect(await store.forget(ids[1]!, at(day))).toBe(true);
  expect(await store.receipt(ids[1]!)).toBeNull();
});

import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { at, joined } from './examples.ts';
import { freshStore } from './fresh-store.ts';

test('a consent is neither changed nor removed as long as its channel is there', async () => {
  const { dataDir, store } = freshStore();
  const [id] = await joined(store, 2);
  const other = new Database(join(dataDir, 'subscribers.db'));
  expect(() => other.exec("UPDATE consents SET words = 'others'")).toThrow('A consent is never changed.');
  expect(() => other.exec('DELETE FROM consents')).toThrow('A consent stays as long as its channel.');
  await store.end(id!, 'unsubscribed', at());
  expect(() => other.exec(`DELETE FROM consents WHERE channel_id = ${id}`)).toThrow('stays as long as its channel');
  await store.forget(id!, at());
  const count = other.prepare('SELECT count(*) AS many FROM consents WHERE channel_id = ?').get([id]);
  expect(count).toMatchObject({ many: 0 });
  other.close();
});

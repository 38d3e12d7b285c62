import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { at, claimAll, consent, event, portion, push, sentAll, wishes } from './examples.ts';
import { freshStore } from './fresh-store.ts';

const canaries = ['canary.kim', 'canary-endpoint', 'canary-key'];
const device = { ...push('canary-endpoint'), p256dh: 'canary-key', auth: 'canary-key' };

/** Every byte below DATA_DIR but the keys, with the write-ahead log as it is now. */
function bytesBelow(dataDir: string) {
  return readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('keys'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
}

function found(dataDir: string, words: (string | Buffer)[]) {
  const forms = words.flatMap((word) => {
    const bytes = Buffer.from(word);
    return [bytes, Buffer.from(bytes.toString('base64').slice(0, 12)), Buffer.from(bytes.toString('hex'))];
  });
  return bytesBelow(dataDir).some((bytes) => forms.some((form) => bytes.includes(form)));
}

test('no address, endpoint or key of a browser stands anywhere in clear', async () => {
  const { dataDir, store } = freshStore();
  const mail = await store.join({ by: 'email', address: 'canary.kim@example.kr' }, wishes, consent());
  await store.confirm(mail.id, mail.generation, consent());
  const { id } = await store.join(device, wishes, consent());
  await store.suppress('canary.kim2@example.kr', 'bounced', at());
  await store.record(event('a'), [portion([mail.id, id])], at());
  await store.settle((await claimAll(store)).map(sentAll), at());
  await store.backup(join(dataDir, 'backup.db'), at());
  await store.end(id, 'unsubscribed', at());
  expect(bytesBelow(dataDir).length).toBeGreaterThan(4);
  expect(found(dataDir, canaries)).toBe(false);
  await store.keep('the check can fail', 'canary-endpoint');
  expect(found(dataDir, canaries)).toBe(true);
});

test('when somebody was forgotten, their key and what it opens are nowhere any more', async () => {
  const { dataDir, store } = freshStore();
  const { id } = await store.join(device, wishes, consent());
  const other = new Database(join(dataDir, 'subscribers.db'));
  const row = other.prepare('SELECT wrapped, sealed FROM addresses WHERE channel_id = ?').get([id]);
  const { wrapped, sealed } = row as { wrapped: Buffer; sealed: Buffer };
  other.close();
  const parts = [wrapped.subarray(8, 40), sealed.subarray(8, 40), sealed.subarray(-40, -8)];
  expect(found(dataDir, parts)).toBe(true);
  await store.forget(id, at());
  expect(found(dataDir, parts)).toBe(false);
});

test('nothing that goes wrong tells an address', async () => {
  const { store } = freshStore();
  await store.close();
  const said: string[] = [];
  for (const work of [
    () => store.join({ by: 'email', address: 'canary.kim@example.kr' }, wishes, consent()),
    () => store.join(device, wishes, consent()),
    () => store.find({ email: 'canary.kim@example.kr' }),
    () => store.suppress('canary.kim@example.kr', 'bounced', at()),
  ])
    await work().catch((error: unknown) => void said.push(String(error), String((error as Error).cause)));
  expect(said.length).toBeGreaterThan(0);
  expect(said.join()).not.toContain('canary');
});

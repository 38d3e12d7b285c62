import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openKeyring } from '../../../db/subscribers/keyring.ts';
import { restore } from '../../../db/subscribers/restore.ts';
import { retention } from '../../../db/subscribers/retention.ts';
import { freshFolder } from '../../fresh.ts';
import { at, consent, day, email, hour, joined, minute, push, wishes } from './examples.ts';
import { freshStore } from './fresh-store.ts';

/** A machine to restore on, with the keys of another and what it knows of who has left. */
function otherMachine(dataDir: string) {
  const other = freshFolder();
  cpSync(join(dataDir, 'keys'), join(other, 'keys'), { recursive: true });
  if (existsSync(join(dataDir, 'forgotten.jsonl')))
    copyFileSync(join(dataDir, 'forgotten.jsonl'), join(other, 'forgotten.jsonl'));
  return other;
}

async function backedUp() {
  const { dataDir, store, keyring } = freshStore();
  const ids = await joined(store, 3);
  const { id, generation } = await store.join(email('kim'), wishes, consent());
  await store.confirm(id, generation, consent());
  await store.keep('cursor', 'a');
  const file = join(freshFolder(), 'backup.db');
  await store.backup(file);
  return { dataDir, store, keyring, file, ids, mail: id };
}

test('a backup is the whole store of one instant', async () => {
  const { dataDir, store, keyring, file, ids, mail } = await backedUp();
  await store.keep('cursor', 'b');
  const other = otherMachine(dataDir);
  expect(restore(other, file, keyring, at(hour))).toEqual({ putAside: null, leftOut: 0 });
  const restored = freshStore(other).store;
  expect(await restored.kept('cursor')).toBe('a');
  expect(await restored.addresses([...ids, mail])).toEqual(await store.addresses([...ids, mail]));
  expect(await restored.receipt(mail)).toEqual(await store.receipt(mail));
});

test('a backup goes into no file that is there', async () => {
  const { store, file } = await backedUp();
  await expect(store.backup(file)).rejects.toThrow('is there already and was left alone');
  await expect(store.backup('/no/such/folder/file')).rejects.toThrow('cannot be opened or written');
});

test('who was forgotten, has left or was suppressed since does not come back with a backup', async () => {
  const { dataDir, store, keyring, file, ids, mail } = await backedUp();
  await store.forget(ids[0]!, at(minute));
  await store.end(ids[1]!, 'unsubscribed', at(minute));
  await store.end(mail, 'complained', at(minute));
  await store.suppress('lee@example.kr', 'suppressed', at(minute));
  const other = otherMachine(dataDir);
  expect(restore(other, file, keyring, at(hour)).leftOut).toBe(3);
  const restored = freshStore(other).store;
  expect(await restored.receipt(ids[0]!)).toBeNull();
  expect([...(await restored.addresses([...ids, mail])).keys()]).toEqual([ids[2]]);
  for (const name of ['kim', 'lee'])
    expect((await restored.join(email(name), wishes, consent(hour))).state).toBe('suppressed');
});

test('who has left and then come back before the backup is still there', async () => {
  const { dataDir, store, keyring } = freshStore();
  const { id } = await store.join(push('device'), wishes, consent());
  await store.end(id, 'unsubscribed', at(minute));
  await store.join(push('device'), wishes, consent(hour));
  const gone = await store.join(push('other'), wishes, consent());
  await store.forget(gone.id, at(minute));
  const back = await store.join(push('other'), wishes, consent(hour));
  const file = join(freshFolder(), 'backup.db');
  await store.backup(file);
  const other = otherMachine(dataDir);
  expect(restore(other, file, keyring, at(day)).leftOut).toBe(0);
  expect((await freshStore(other).store.addresses([id, back.id])).size).toBe(2);
});

test('the store of before is put aside, and numbers that it gave are not given again', async () => {
  const { dataDir, store, keyring, file } = await backedUp();
  const late = await store.join(push('late'), wishes, consent());
  const second = join(freshFolder(), 'second.db');
  await store.backup(second);
  const other = otherMachine(dataDir);
  restore(other, second, keyring, at(hour));
  const { putAside } = restore(other, file, keyring, at(hour));
  expect(putAside).toBe(join(other, 'subscribers.db.before-20261122T100000'));
  expect(existsSync(putAside!)).toBe(true);
  const restored = freshStore(other).store;
  expect(await restored.receipt(late.id)).toBeNull();
  expect((await restored.join(push('new'), wishes, consent())).id).toBeGreaterThan(late.id);
});

test('where the store of before is damaged or lost, numbers are left out to be sure', async () => {
  const { dataDir, keyring, file, mail } = await backedUp();
  const other = otherMachine(dataDir);
  writeFileSync(join(other, 'subscribers.db'), 'no database at all'.repeat(999));
  const { putAside } = restore(other, file, keyring, at(hour));
  expect(readFileSync(putAside!, 'utf8')).toContain('no database at all');
  expect((await freshStore(other).store.join(push('new'), wishes, consent())).id).toBeGreaterThan(mail + 999_999);
});

test('a store that is in use is not replaced', async () => {
  const { dataDir, store, keyring, file } = await backedUp();
  expect(() => restore(dataDir, file, keyring, at())).toThrow('subscribers.db is in use by');
  expect(await store.kept('cursor')).toBe('a');
});

test('a damaged backup, another file, one of other keys or of a newer version is refused, and nothing changes', async () => {
  const { dataDir, store, keyring, file } = await backedUp();
  await store.close();
  const before = readdirSync(dataDir).sort();
  const folder = freshFolder();
  const damaged = join(folder, 'damaged.db');
  writeFileSync(damaged, readFileSync(file).fill(0x5a, 20 * 4096, 24 * 4096));
  const letter = join(folder, 'letter.db');
  writeFileSync(letter, 'a letter'.repeat(999));
  const newer = join(folder, 'newer.db');
  copyFileSync(file, newer);
  const client = new Database(newer);
  client.exec("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', 99999999999999)");
  client.close();
  const refusals: [string, typeof keyring, string][] = [
    [damaged, keyring, 'is damaged, or no backup'],
    [letter, keyring, 'is damaged, or no backup'],
    [join(folder, 'none.db'), keyring, 'There is no backup'],
    [newer, keyring, 'was made by a newer version'],
    [file, openKeyring(freshFolder(), at()), 'was made with other keys'],
  ];
  for (const [from, keys, sentence] of refusals) expect(() => restore(dataDir, from, keys, at())).toThrow(sentence);
  expect(readdirSync(dataDir).sort()).toEqual(before);
  expect(await freshStore(dataDir).store.kept('cursor')).toBe('a');
});

test('lines of who was forgotten go when no backup is that old', async () => {
  const { dataDir, store } = freshStore();
  const ids = await joined(store, 2);
  await store.forget(ids[0]!, at());
  await store.forget(ids[1]!, at(day));
  await store.tidy(at(retention.backups));
  const lines = () => readFileSync(join(dataDir, 'forgotten.jsonl'), 'utf8').trim().split('\n');
  expect(lines()).toHaveLength(2);
  expect(await store.tidy(at(retention.backups + 1))).toMatchObject({ forgotten: 1 });
  expect(lines()).toHaveLength(1);
});

test('a line that was cut off by a kill is no line, and a damaged one stops a restore', async () => {
  const { dataDir, store, keyring, file, ids } = await backedUp();
  const list = join(dataDir, 'forgotten.jsonl');
  writeFileSync(list, '{"lookup":"abc');
  await store.forget(ids[0]!, at(minute));
  expect(restore(otherMachine(dataDir), file, keyring, at(hour)).leftOut).toBe(1);
  writeFileSync(list, `{"lookup":"abc\n${readFileSync(list, 'utf8')}`);
  expect(() => restore(otherMachine(dataDir), file, keyring, at(hour))).toThrow('forgotten.jsonl:1 is damaged');
});

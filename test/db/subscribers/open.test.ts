import { chmodSync, cpSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openKeyring } from '../../../db/subscribers/keyring.ts';
import { openSubscribers } from '../../../db/subscribers/open.ts';
import { freshFolder } from '../../fresh.ts';
import { at, consent, joined, push, wishes } from './examples.ts';
import { freshStore } from './fresh-store.ts';
import { processOf } from './process-of.ts';

test('a second process is refused by a sentence that names the first', async () => {
  const dataDir = freshFolder();
  const other = processOf(dataDir, 'hold');
  await other.says();
  expect(() => freshStore(dataDir)).toThrow(
    `subscribers.db is in use by process ${other.pid} (npm run notifier). Wait until it has ended, or stop it.`,
  );
  await other.kill();
  expect(await freshStore(dataDir).store.kept('nothing')).toBeNull();
});

test('what was written is there when it is opened again', async () => {
  const { dataDir, store } = freshStore();
  const [id] = await joined(store, 1);
  await store.close();
  expect((await freshStore(dataDir).store.receipt(id!))!.wishes).toEqual(wishes);
});

test('what was asked for right before the end is done', async () => {
  const { dataDir, store } = freshStore();
  const asked = store.join(push('device'), wishes, consent());
  await store.close();
  const { id } = await asked;
  expect(await freshStore(dataDir).store.receipt(id)).not.toBeNull();
});

test('nobody but its owner can read the store or its keys', async () => {
  const { dataDir, store } = freshStore();
  await joined(store, 1);
  await store.backup(join(dataDir, 'backup.db'), at());
  await store.forget(1, at());
  const files = readdirSync(dataDir).filter((name) => /subscribers\.db(-wal)?$|backup|forgotten/.test(name));
  expect(files.length).toBeGreaterThanOrEqual(4);
  for (const name of [...files, 'keys/addresses.json', 'keys/tokens.json'])
    expect([name, (statSync(join(dataDir, name)).mode & 0o777).toString(8)]).toEqual([name, '600']);
});

test('a file that is no database gets a sentence', () => {
  const dataDir = freshFolder();
  const keyring = openKeyring(dataDir, at());
  writeFileSync(
    join(dataDir, 'subscribers.db'),
    'this is a letter, not a database, and long enough to be read'.repeat(99),
  );
  expect(() => openSubscribers(dataDir, 'a test', keyring)).toThrow(
    'is damaged. Stop the notifier, put the file aside',
  );
});

test('a store that has lost pages gets a sentence when they are needed', async () => {
  const { dataDir, store } = freshStore();
  await joined(store, 500);
  await store.backup(join(dataDir, 'copy.db'), at());
  await store.close();
  const other = freshFolder();
  renameSync(join(dataDir, 'keys'), join(other, 'keys'));
  const pages = readFileSync(join(dataDir, 'copy.db'));
  writeFileSync(join(other, 'subscribers.db'), pages.fill(0x5a, 60 * 4096));
  await expect(
    (async () => {
      const damaged = freshStore(other).store;
      await damaged.each(() => {});
    })(),
  ).rejects.toThrow('is damaged. Stop the notifier, put the file aside and bring a backup back');
});

test('a DATA_DIR that is a file gets a sentence', () => {
  const keyring = openKeyring(freshFolder(), at());
  const file = join(freshFolder(), 'file');
  writeFileSync(file, '');
  expect(() => openSubscribers(file, 'a test', keyring)).toThrow('Set DATA_DIR to a folder that you may write to');
});

test('a store that another program has locked gets a sentence, and goes on when it lets go', async () => {
  const { dataDir, store } = freshStore();
  const other = new Database(join(dataDir, 'subscribers.db'));
  other.exec('BEGIN IMMEDIATE');
  await expect(store.keep('a', '1')).rejects.toThrow('subscribers.db is locked by another program.');
  other.exec('ROLLBACK');
  await store.keep('a', '2');
  expect(await store.kept('a')).toBe('2');
  other.close();
});

test('other keys than those of the store are refused', async () => {
  const { dataDir, store } = freshStore();
  await store.close();
  const kept = join(freshFolder(), 'keys');
  renameSync(join(dataDir, 'keys'), kept);
  expect(() => openKeyring(dataDir, at())).toThrow(
    /addresses\.json is missing, and without it no address .* can be read/,
  );
  cpSync(join(kept, 'addresses.json'), join(dataDir, 'keys', 'addresses.json'));
  expect(() => openKeyring(dataDir, at())).toThrow(/tokens\.json is missing, and without it no link/);
  const others = openKeyring(freshFolder(), at());
  expect(() => openSubscribers(dataDir, 'a test', others)).toThrow(
    'was made with other keys than those in keys/addresses.json',
  );
  // And the lock was given back.
  expect(() => openSubscribers(dataDir, 'a test', others)).toThrow('was made with other keys');
});

test('keys that others can read are refused, and damaged ones are not printed', () => {
  const dataDir = freshFolder();
  openKeyring(dataDir, at());
  const file = join(dataDir, 'keys', 'addresses.json');
  chmodSync(file, 0o644);
  expect(() => openKeyring(dataDir, at())).toThrow(`Close it: chmod 600 ${file}`);
  chmodSync(file, 0o600);
  writeFileSync(file, JSON.stringify({ lookup: 'c2VjcmV0', keys: [] }));
  const refused = () => openKeyring(dataDir, at());
  expect(refused).toThrow('addresses.json is damaged.');
  expect(refused).not.toThrow('c2VjcmV0');
});

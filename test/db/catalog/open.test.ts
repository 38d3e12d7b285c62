import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openCatalog, openCopy } from '../../../db/catalog/open.ts';
import { apiCalls } from '../../../db/catalog/schema.ts';
import { freshFolder } from '../../fresh.ts';

const holder = fileURLToPath(new URL('./hold-catalog.ts', import.meta.url));

async function holdElsewhere(folder: string) {
  const child = spawn(process.execPath, [holder, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

test('a second process is refused by a sentence that names the first', async () => {
  const folder = freshFolder();
  const child = await holdElsewhere(folder);
  try {
    expect(() => openCatalog(folder, 'npm run ingest')).toThrow(
      `catalog.db is in use by process ${child.pid} (npm start). Wait until it has ended, or stop it.`,
    );
  } finally {
    child.kill();
    await once(child, 'exit');
  }
});

test('a process that was killed holds nothing any more', async () => {
  const folder = freshFolder();
  const child = await holdElsewhere(folder);
  child.kill('SIGKILL');
  await once(child, 'exit');
  openCatalog(folder, 'npm run ingest').close();
  expect(existsSync(join(folder, 'catalog.db'))).toBe(true);
});

test('what was written is there when it is opened again, in the same process too', () => {
  const folder = freshFolder();
  const first = openCatalog(folder, 'a test');
  first.db.insert(apiCalls).values({ on: '2026-11-22', calls: 3 }).run();
  first.close();
  const second = openCatalog(folder, 'a test');
  expect(second.db.select().from(apiCalls).all()).toEqual([{ on: '2026-11-22', calls: 3 }]);
  second.close();
});

test('a copy holds all facts and takes none', () => {
  const folder = freshFolder();
  const catalog = openCatalog(folder, 'a test');
  catalog.db.insert(apiCalls).values({ on: '2026-11-22', calls: 3 }).run();
  catalog.copyTo(join(folder, 'copy.db'));
  catalog.close();
  const copy = openCopy(join(folder, 'copy.db'));
  expect(copy.select().from(apiCalls).all()).toEqual([{ on: '2026-11-22', calls: 3 }]);
  expect(() => copy.insert(apiCalls).values({ on: '2026-11-23', calls: 1 }).run()).toThrow(/readonly|read-only|write/i);
});

test('a file that is no database gets a sentence', () => {
  const folder = freshFolder();
  writeFileSync(
    join(folder, 'catalog.db'),
    'this is a letter, not a database, and it is long enough to be read'.repeat(40),
  );
  expect(() => openCatalog(folder, 'a test')).toThrow('is damaged. Put it aside');
});

test('a DATA_DIR that is a file gets a sentence', () => {
  const file = join(freshFolder(), 'file');
  writeFileSync(file, '');
  expect(() => openCatalog(file, 'a test')).toThrow('set DATA_DIR to a folder that you may write to');
});

test('a folder that may not be written gets a sentence', (context) => {
  if (process.getuid?.() === 0) return context.skip('skipped: root may write everywhere');
  const folder = join(freshFolder(), 'closed');
  mkdirSync(folder);
  chmodSync(folder, 0o500);
  expect(() => openCatalog(folder, 'a test')).toThrow('set DATA_DIR to a folder that you may write to');
});

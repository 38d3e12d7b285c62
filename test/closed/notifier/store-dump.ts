import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openKeyring } from '../../../db/subscribers/keyring.ts';
import { openSubscribers } from '../../../db/subscribers/open.ts';

type Row = Record<string, unknown>;

/**
 * Every row of every table of a notifier's store, with its write-ahead log, read from a copy; and where its channels lead, decrypted.
 * What is drawn by chance is left out: keys and nonces of sealed addresses (their length counts), the turn of a chunk, and of a browser
 * that a test made up its keys and the hash of its endpoint, which has a port in it.
 */
export async function storeDump(dataDir: string, now: Date) {
  const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
  try {
    for (const name of readdirSync(dataDir).filter((each) => /^subscribers\.db(-wal)?$/.test(each)))
      cpSync(join(dataDir, name), join(folder, name));
    const tables = tablesIn(join(folder, 'subscribers.db'), now);
    cpSync(join(dataDir, 'keys'), join(folder, 'keys'), { recursive: true });
    const store = openSubscribers(folder, 'a test', openKeyring(folder, now));
    try {
      const ids = tables['channels']!.map(({ id }) => Number(id));
      const leads = [...(await store.addresses(ids))].map(([id, address]) =>
        address.by === 'push' ? { id, ...address, p256dh: 'DRAWN', auth: 'DRAWN' } : { id, ...address },
      );
      return { tables, leads };
    } finally {
      await store.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function tablesIn(file: string, now: Date): Record<string, Row[]> {
  const db = new Database(file);
  try {
    const all = (sql: string) => db.prepare(sql).all() as Row[];
    const names = all("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").map(({ name }) =>
      String(name),
    );
    return Object.fromEntries(
      names.map((name) => [name, all(`SELECT * FROM "${name}"`).map((row) => shown(name, row, now))]),
    );
  } finally {
    db.close();
  }
}

function shown(table: string, row: Row, now: Date): Row {
  const cells = Object.entries(row).map(([name, value]) => {
    if (table === 'chunks' && name === 'turn') return [name, 'DRAWN'];
    if (table === 'addresses' && Buffer.isBuffer(value)) return [name, `${value.length} bytes`];
    if (table === 'channels' && name === 'lookup' && row['by'] === 'push') return [name, 'DRAWN'];
    // Those that have expired go at a later look, which comes by the machine's own time.
    if (row['name'] === 'reminders' && name === 'value') return [name, remindersFrom(now, String(value))];
    return [name, Buffer.isBuffer(value) ? value.toString('hex') : value];
  });
  return Object.fromEntries(cells) as Row;
}

function remindersFrom(now: Date, kept: string) {
  const all = JSON.parse(kept) as [string, { expiresAt: number }][];
  return all.filter(([, { expiresAt }]) => expiresAt > now.getTime());
}

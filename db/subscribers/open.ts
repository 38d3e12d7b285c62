import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join as path } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { takeLock } from '../lock.ts';
import { emptyLog } from './channels/forget.ts';
import { forgottenIn } from './forgotten.ts';
import { groupedWrites } from './grouped-writes.ts';
import type { Keyring } from './keyring.ts';
import { sqlOf } from './sql.ts';
import type { Store } from './store.ts';
import { storeSentence } from './store-sentence.ts';
import { subscribersOn } from './subscribers-on.ts';
import type { Subscribers } from './subscribers.ts';

const migrations = new URL('./migrations', import.meta.url).pathname;
/** Under this name the store keeps which keyring it belongs to. */
const keyringName = 'the keyring of this store';

/**
 * Opens `<dataDir>/subscribers.db` for this process alone and brings it to the newest schema.
 * @param holder what the process is, for the sentence that a second one gets: `npm run notifier`.
 * @throws a sentence for the operator when another process has it, it cannot be opened or written, or the keyring is another's.
 */
export function openSubscribers(dataDir: string, holder: string, keyring: Keyring): Subscribers {
  const file = path(dataDir, 'subscribers.db');
  let release = () => {};
  let client: Database.Database | undefined;
  try {
    mkdirSync(dataDir, { recursive: true });
    release = takeLock(file, holder);
    client = openStoreFile(file);
    const { write, flush } = groupedWrites(client, file);
    const store: Store = {
      file,
      sql: sqlOf(client),
      keyring,
      forgotten: forgottenIn(dataDir),
      telling: new Map(),
      write,
    };
    checkKeyring(store);
    const opened = client;
    return subscribersOn(store, () => {
      flush();
      tidyUp(store);
      opened.close();
      release();
    });
  } catch (error) {
    client?.close();
    release();
    throw storeSentence(error, file);
  }
}

/** The driver keeps the file open while a statement lives, so this is not left to it. What fails here the next start does. */
function tidyUp(store: Store) {
  try {
    emptyLog(store);
  } catch {
    // The disk is full, or somebody else reads.
  }
}

/** Opens a store, or a copy of one, and brings it to the newest schema. What is deleted is overwritten. */
export function openStoreFile(file: string) {
  // Made before SQLite would make it, and so for nobody else to read.
  closeSync(openSync(file, 'a', 0o600));
  const client = new Database(file);
  client.exec('PRAGMA busy_timeout = 2000');
  client.exec('PRAGMA journal_mode = WAL');
  client.exec('PRAGMA synchronous = FULL');
  client.exec('PRAGMA secure_delete = ON');
  client.exec('PRAGMA cache_size = -65536');
  migrate(drizzle(client), { migrationsFolder: migrations });
  return client;
}

/** @throws a sentence when the store was made with other keys. */
export function checkKeyring({ sql, keyring, file }: Pick<Store, 'sql' | 'keyring' | 'file'>) {
  sql.run('INSERT OR IGNORE INTO kept (name, value) VALUES (?, ?)', keyringName, keyring.fingerprint);
  const { value } = sql.one<{ value: string }>('SELECT value FROM kept WHERE name = ?', keyringName)!;
  if (value !== keyring.fingerprint)
    throw new Error(
      `${file} was made with other keys than those in keys/addresses.json. Put the keys back that belong to it.`,
    );
}

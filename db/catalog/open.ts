import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { takeLock } from '../lock.ts';
import * as schema from './schema.ts';

export type Facts = BetterSQLite3Database<typeof schema>;
export type Catalog = {
  db: Facts;
  /** Writes a copy of all facts, for a reader in another process. `file` must not exist. */
  copyTo(file: string): void;
  close(): void;
};

const migrations = new URL('./migrations', import.meta.url).pathname;

/**
 * Opens `<dataDir>/catalog.db` for this process alone and brings it to the newest schema.
 * @param holder what the process is, for the sentence that a second one gets: `npm run ingest`.
 * @throws a sentence for the operator when another process has it, or it cannot be opened or written.
 */
export function openCatalog(dataDir: string, holder: string): Catalog {
  const file = join(dataDir, 'catalog.db');
  try {
    mkdirSync(dataDir, { recursive: true });
    const release = takeLock(file, holder);
    const client = new Database(file);
    client.pragma('journal_mode = WAL');
    client.pragma('synchronous = FULL');
    client.pragma('foreign_keys = ON');
    const db = drizzle(client, { schema });
    migrate(db, { migrationsFolder: migrations });
    return {
      db,
      copyTo: (copy) => void client.prepare('VACUUM INTO ?').run(copy),
      close() {
        client.close();
        release();
      },
    };
  } catch (cause) {
    throw sentence(cause, file, dataDir);
  }
}

/** Opens a copy made by `copyTo`, to read only. */
export function openCopy(file: string): Facts {
  const client = new Database(file, { fileMustExist: true });
  client.pragma('query_only = ON');
  return drizzle(client, { schema });
}

function sentence(cause: unknown, file: string, dataDir: string) {
  const code = (cause as { code?: string }).code ?? '';
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT'))
    return new Error(`${file} is damaged. Put it aside and restore a backup, or ingest again into an empty DATA_DIR.`, {
      cause,
    });
  if (code.startsWith('SQLITE_FULL') || code.startsWith('SQLITE_IOERR') || code === 'ENOSPC')
    return new Error(`${file} cannot be written: the disk is full or read-only. Make room; nothing was lost.`, {
      cause,
    });
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY') || code.startsWith('E'))
    return new Error(`${file} cannot be opened: set DATA_DIR to a folder that you may write to, not ${dataDir}.`, {
      cause,
    });
  return cause;
}

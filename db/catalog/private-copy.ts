import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Facts } from './open.ts';
import * as schema from './schema.ts';

/**
 * Opens a copy made by `copyTo` to write into it what is not public yet. SQLite keeps what it needs on the way in memory: no
 * temporary file leaves the folder of the copy.
 */
export function openPrivateCopy(file: string): { db: Facts; close(): void } {
  const client = new Database(file, { fileMustExist: true });
  client.pragma('temp_store = MEMORY');
  client.pragma('journal_mode = MEMORY');
  client.pragma('synchronous = OFF');
  client.pragma('foreign_keys = ON');
  return { db: drizzle(client, { schema }), close: () => void client.close() };
}

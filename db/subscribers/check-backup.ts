import { existsSync, readFileSync } from 'node:fs';
import Database from 'better-sqlite3';

const journal = new URL('./migrations/meta/_journal.json', import.meta.url);

/** @throws a sentence when a file is no backup of a store, is damaged or was made by a newer version. It is not changed. */
export function checkBackup(file: string) {
  if (!existsSync(file))
    throw new Error(`There is no backup ${file}. Name the file that "notifier -- backup" has written.`);
  const newest = newestMigrationIn(file);
  const { entries } = JSON.parse(readFileSync(journal, 'utf8')) as { entries: { when: number }[] };
  if (newest > entries.at(-1)!.when)
    throw new Error(`${file} was made by a newer version than this one. Restore it with that version.`);
}

function newestMigrationIn(file: string) {
  const client = new Database(file);
  try {
    client.exec('PRAGMA query_only = ON');
    const found = client.prepare('PRAGMA integrity_check').get([]) as { integrity_check: string };
    if (found.integrity_check !== 'ok') throw new Error('its pages do not fit together');
    const row = client.prepare('SELECT max(created_at) AS newest FROM __drizzle_migrations').get([]);
    client.prepare('SELECT count(*) FROM channels').get([]);
    return (row as { newest: number }).newest;
  } catch (cause) {
    throw new Error(`${file} is damaged, or no backup of the notifier's store. Take an older one.`, { cause });
  } finally {
    client.close();
  }
}

import { existsSync, readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { koreanStamp } from '../clock.ts';
import type { Forgotten } from './forgotten.ts';
import { madeAtName } from './keeping/backup.ts';
import { retention } from './retention.ts';

const journal = new URL('./migrations/meta/_journal.json', import.meta.url);

/**
 * The file is not changed.
 * @returns when the backup was made.
 * @throws a sentence when a file is no backup of a store, is damaged, was made by a newer version, or is so old that nobody knows any
 *   more who has left since.
 */
export function checkBackup(file: string, forgotten: Pick<Forgotten, 'trimmedUntil'>, now: Date): Date {
  if (!existsSync(file))
    throw new Error(`There is no backup ${file}. Name the file that "notifier -- backup" has written.`);
  const { newest, madeAt } = read(file);
  const { entries } = JSON.parse(readFileSync(journal, 'utf8')) as { entries: { when: number }[] };
  if (newest > entries.at(-1)!.when)
    throw new Error(`${file} was made by a newer version than this one. Restore it with that version.`);
  const trimmedUntil = forgotten.trimmedUntil();
  const isTrimmed = trimmedUntil !== null && madeAt <= trimmedUntil;
  if (isTrimmed || madeAt.getTime() < now.getTime() - retention.backups)
    throw new Error(
      `${file} was made at ${koreanStamp(madeAt)}, and nobody knows any more who has left since. ` +
        `It would bring them back: destroy it and take one that is less than ${retention.backups / 86_400_000} days old.`,
    );
  return madeAt;
}

function read(file: string) {
  const client = new Database(file);
  try {
    client.exec('PRAGMA query_only = ON');
    const found = client.prepare('PRAGMA integrity_check').get([]) as { integrity_check: string };
    if (found.integrity_check !== 'ok') throw new Error('its pages do not fit together');
    const row = client.prepare('SELECT max(created_at) AS newest FROM __drizzle_migrations').get([]);
    client.prepare('SELECT count(*) FROM channels').get([]);
    const made = client.prepare('SELECT value FROM kept WHERE name = ?').get([madeAtName]) as
      { value: string } | undefined;
    const madeAt = new Date(made?.value ?? Number.NaN);
    if (Number.isNaN(madeAt.getTime())) throw new Error('it does not say when it was made');
    return { newest: (row as { newest: number }).newest, madeAt };
  } catch (cause) {
    throw new Error(`${file} is damaged, or no backup of the notifier's store. Take an older one.`, { cause });
  } finally {
    client.close();
  }
}

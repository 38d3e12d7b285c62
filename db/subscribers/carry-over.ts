import { existsSync } from 'node:fs';
import { openStoreFile } from './open.ts';
import type { Sql } from './store.ts';

/** What a notifier knows of what it has told: events and who heard of them, how far it has read the feed, which reminders are written. */
const tables = ['events', 'chunks', 'kept'];

/**
 * Takes over into a restored store what was told after the backup was made, so that nobody is told twice. All or nothing.
 * @param before the file of the store that is put aside.
 * @returns false where there is none, it cannot be read whole, or it is no later state of what was backed up.
 */
export function carryOver(sql: Sql, before: string): boolean {
  if (!existsSync(before)) return false;
  try {
    openStoreFile(before).close();
    sql.exec(`ATTACH '${before.replaceAll("'", "''")}' AS old`);
    try {
      if (!isWhole(sql) || !isLater(sql)) return false;
      copy(sql);
      return true;
    } finally {
      sql.exec('DETACH old');
    }
  } catch {
    return false;
  }
}

function isWhole(sql: Sql) {
  const found = [...tables, 'channels'].flatMap((table) =>
    sql.all<{ integrity_check: string }>(`PRAGMA old.integrity_check('${table}')`),
  );
  return found.every((each) => each.integrity_check === 'ok');
}

/** The same events and the same people have the same numbers in both: else somebody would be told what another asked for. */
function isLater(sql: Sql) {
  const [found] = sql.all<{ yes: number }>(
    `SELECT coalesce((SELECT seq FROM old.sqlite_sequence WHERE name = 'events'), 0) >=
            coalesce((SELECT seq FROM main.sqlite_sequence WHERE name = 'events'), 0)
        AND NOT EXISTS (SELECT 1 FROM main.events e JOIN old.events o ON o.seq = e.seq WHERE o.id <> e.id)
        AND NOT EXISTS (SELECT 1 FROM main.channels c JOIN old.channels o ON o.id = c.id WHERE o.lookup <> c.lookup) AS yes`,
  );
  return found!.yes === 1;
}

function copy(sql: Sql) {
  sql.exec('BEGIN IMMEDIATE');
  try {
    for (const table of tables)
      sql.exec(`DELETE FROM main.${table}; INSERT INTO main.${table} SELECT * FROM old.${table}`);
    sql.exec(
      `DELETE FROM main.sqlite_sequence WHERE name IN ('events', 'chunks');
       INSERT INTO main.sqlite_sequence (name, seq) SELECT name, seq FROM old.sqlite_sequence WHERE name IN ('events', 'chunks');
       DELETE FROM main.counters WHERE name IN ('sent', 'ambiguous', 'expired');
       INSERT INTO main.counters (name, value) SELECT name, value FROM old.counters WHERE name IN ('sent', 'ambiguous', 'expired')`,
    );
    sql.exec('COMMIT');
  } catch (error) {
    sql.exec('ROLLBACK');
    throw error;
  }
}

import { sql } from 'drizzle-orm';
import type { Facts } from '../../db/catalog/open.ts';

/** Every row of every table of a catalog with its place in it, SQLite's own tables and the migrations included. */
export function catalogDump(db: Facts) {
  const tables = db.all<{ name: string }>(sql`select name from sqlite_master where type = 'table' order by name`);
  return Object.fromEntries(
    tables.map(({ name }) => [
      name,
      db.all<Record<string, unknown>>(sql.raw(`select rowid as place, * from "${name}" order by rowid`)),
    ]),
  );
}

import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { and, asc, getTableColumns, gte, lte } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Facts } from '../../db/catalog/open.ts';
import { competition, corrections, houseTypes, notices, scores, specialSupply } from '../../db/catalog/schema.ts';

/** Notices whose rows are in memory at a time. */
const batch = 500;

/** Writes the public facts as `/data/<table>.json`: an array with a row a line, by notice and then by key. */
export function writeOpenData(db: Facts, folder: string) {
  mkdirSync(folder, { recursive: true });
  const ids = db
    .select({ id: notices.id })
    .from(notices)
    .orderBy(asc(notices.id))
    .all()
    .map(({ id }) => id);
  // When and how often we looked says nothing about the notice.
  const { revision: _, firstSeenAt: __, ...facts } = getTableColumns(notices);
  write(join(folder, 'notices.json'), rowsOf(db, ids, notices, facts, notices.id, []));
  const table = (name: string, of: SQLiteTable, notice: SQLiteColumn, key: SQLiteColumn[]) =>
    write(join(folder, name), rowsOf(db, ids, of, getTableColumns(of), notice, key));
  table('house-types.json', houseTypes, houseTypes.noticeId, [houseTypes.modelNo]);
  table('competition.json', competition, competition.noticeId, [
    competition.modelNo,
    competition.type,
    competition.rank,
    competition.segment,
  ]);
  table('special-supply.json', specialSupply, specialSupply.noticeId, [specialSupply.type, specialSupply.category]);
  table('scores.json', scores, scores.noticeId, [scores.modelNo, scores.segment]);
  table('corrections.json', corrections, corrections.noticeId, [corrections.id]);
}

function* rowsOf(
  db: Facts,
  ids: string[],
  table: SQLiteTable,
  columns: Record<string, SQLiteColumn>,
  notice: SQLiteColumn,
  key: SQLiteColumn[],
) {
  for (let i = 0; i < ids.length; i += batch) {
    const some = ids.slice(i, i + batch);
    yield* db
      .select(columns)
      .from(table)
      .where(and(gte(notice, some[0]), lte(notice, some.at(-1))))
      .orderBy(asc(notice), ...key.map((column) => asc(column)))
      .all();
  }
}

function write(path: string, rows: Iterable<unknown>) {
  const file = openSync(path, 'w');
  let text = '[';
  let comma = '\n';
  for (const row of rows) {
    text += comma + JSON.stringify(row);
    comma = ',\n';
    if (text.length > 1 << 20) {
      writeSync(file, text);
      text = '';
    }
  }
  writeSync(file, `${text}\n]\n`);
  closeSync(file);
}

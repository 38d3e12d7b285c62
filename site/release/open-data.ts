import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { asc, getTableColumns, inArray } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { hoursOf } from '../../db/catalog/hours.ts';
import { noticeLine } from '../../db/catalog/notice-line.ts';
import type { Facts } from '../../db/catalog/open.ts';
import { publication, type ResultKind } from '../../db/catalog/publication.ts';
import { competition, corrections, houseTypes, notices, scores, specialSupply } from '../../db/catalog/schema.ts';

/** Notices whose rows are in memory at a time. */
const batch = 500;

/**
 * Writes the public facts as `/data/<table>.json`: an array with a row a line, by notice and then by key. Results that an
 * operator holds, or has moved behind `asOf`, are left out here as on the pages.
 */
export function writeOpenData(db: Facts, folder: string, asOf: Date) {
  mkdirSync(folder, { recursive: true });
  const all = db.select(noticeLine).from(notices).orderBy(asc(notices.id)).all();
  const ids = all.map(({ id }) => id);
  const hours = hoursOf(db);
  const published = (kind: ResultKind) =>
    all
      .filter((notice) => {
        const instant = publication(notice, kind, hours);
        return instant !== null && instant <= asOf;
      })
      .map(({ id }) => id);
  // When and how often we looked says nothing about the notice.
  const { revision: _, firstSeenAt: __, ...facts } = getTableColumns(notices);
  write(join(folder, 'notices.json'), rowsOf(db, ids, notices, facts, notices.id, []));
  const table = (name: string, its: string[], of: SQLiteTable, notice: SQLiteColumn, key: SQLiteColumn[]) =>
    write(join(folder, name), rowsOf(db, its, of, getTableColumns(of), notice, key));
  table('house-types.json', ids, houseTypes, houseTypes.noticeId, [houseTypes.modelNo]);
  table('competition.json', published('competition'), competition, competition.noticeId, [
    competition.modelNo,
    competition.type,
    competition.rank,
    competition.segment,
  ]);
  table('special-supply.json', published('special-supply'), specialSupply, specialSupply.noticeId, [
    specialSupply.type,
    specialSupply.category,
  ]);
  table('scores.json', published('score'), scores, scores.noticeId, [scores.modelNo, scores.segment]);
  table('corrections.json', ids, corrections, corrections.noticeId, [corrections.id]);
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
      .where(inArray(notice, some))
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

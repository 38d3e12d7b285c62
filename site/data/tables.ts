import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { ResultKind } from '../../db/catalog/publication.ts';
import { competition, corrections, houseTypes, notices, scores, specialSupply } from '../../db/catalog/schema.ts';
import { getTableColumns } from '../../db/drizzle.ts';
import { dataField, type DataField } from './fields.ts';
import * as words from './words.ts';

/** A table of open data: what a row of it is, where it comes from, and what is printed of it. */
export type DataTable = {
  /** Begin of the names of its files. */
  name: string;
  title: string;
  meaning: string;
  table: SQLiteTable;
  columns: Record<string, SQLiteColumn>;
  notice: SQLiteColumn;
  /** What sorts the rows of a notice, and with its number names a row. */
  key: SQLiteColumn[];
  /** Set for results: they may be told from their publication instant on only. */
  results: ResultKind | null;
  fields: DataField[];
};

// When and how often we looked says nothing about the notice.
const { revision: _, firstSeenAt: __, ...noticeColumns } = getTableColumns(notices);

/** All tables, in the order in which they are offered. */
export const dataTables: DataTable[] = [
  dataTable('notices', words.notices, notices, notices.id, [], null, noticeColumns),
  dataTable('house-types', words.houseTypes, houseTypes, houseTypes.noticeId, [houseTypes.modelNo]),
  dataTable(
    'competition',
    words.competition,
    competition,
    competition.noticeId,
    [competition.modelNo, competition.type, competition.rank, competition.segment],
    'competition',
  ),
  dataTable(
    'special-supply',
    words.specialSupply,
    specialSupply,
    specialSupply.noticeId,
    [specialSupply.type, specialSupply.category],
    'special-supply',
  ),
  dataTable('scores', words.scores, scores, scores.noticeId, [scores.modelNo, scores.segment], 'score'),
  dataTable('corrections', words.corrections, corrections, corrections.noticeId, [corrections.id]),
];

function dataTable(
  name: string,
  { title, meaning, fields }: words.TableWords,
  table: SQLiteTable,
  notice: SQLiteColumn,
  key: SQLiteColumn[],
  results: ResultKind | null = null,
  columns: Record<string, SQLiteColumn> = getTableColumns(table),
): DataTable {
  return {
    name,
    title,
    meaning,
    table,
    columns,
    notice,
    key,
    results,
    fields: Object.entries(columns).map(([field, column]) => dataField(field, column, fields[field]!)),
  };
}

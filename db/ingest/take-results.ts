import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { competition, events, scores, specialSupply } from '../catalog/schema.ts';
import { and, eq, getTableColumns, inArray } from '../drizzle.ts';
import type { ResultOperation } from './operations.ts';
import type { ReadRow } from './read-row.ts';
import type { Run } from './run.ts';

const tables = { competition, 'special-supply': specialSupply, score: scores };
const keys = {
  competition: ['noticeId', 'modelNo', 'type', 'rank', 'segment'],
  'special-supply': ['noticeId', 'type', 'category'],
  score: ['noticeId', 'modelNo', 'segment'],
};

type Cell = Record<string, string | number | null> & { noticeId: string };

/** Adds or replaces the cells of published results. The caller has let through only rows whose instant has passed. */
export function takeResults(run: Run, { holds }: ResultOperation, rows: ReadRow<Cell[]>[]) {
  const { db, tally } = run;
  const table = tables[holds];
  const keyFields = keys[holds];
  const keyOf = (cell: Cell) => JSON.stringify(keyFields.map((field) => cell[field]));
  const ids = [...new Set(rows.flatMap(({ facts }) => facts.map(({ noticeId }) => noticeId)))];
  const known = new Map(
    (db.select().from(table).where(inArray(table.noticeId, ids)).all() as Cell[]).map((cell) => [keyOf(cell), cell]),
  );
  const columns = getTableColumns(table) as Record<string, SQLiteColumn>;
  const isCell = (cell: Cell) => and(...keyFields.map((field) => eq(columns[field]!, cell[field])));

  for (const { facts: cells } of rows) {
    const before = cells.map((cell) => known.get(keyOf(cell)));
    cells.forEach((cell, i) => {
      if (!before[i])
        db.insert(table)
          .values(cell as never)
          .run();
      else if (differ(before[i], cell)) db.update(table).set(cell).where(isCell(cell)).run();
      known.set(keyOf(cell), cell);
    });
    const outcome = before.every((cell) => !cell)
      ? 'new'
      : before.some((cell, i) => !cell || differ(cell, cells[i]!))
        ? 'changed'
        : 'same';
    tally.rows[holds][outcome] += 1;
  }
  // Scores come days after the rest: they are news of their own.
  const of = holds === 'score' ? '-score' : '';
  for (const noticeId of ids)
    db.insert(events)
      .values({ id: `results-${noticeId}${of}`, kind: 'results', noticeId, at: run.now.toISOString() })
      .onConflictDoNothing()
      .run();
}

function differ(a: Cell, b: Cell) {
  return Object.keys(b).some((field) => a[field] !== b[field]);
}

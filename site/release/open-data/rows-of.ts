import { hoursOf } from '../../../db/catalog/hours.ts';
import { noticeLine } from '../../../db/catalog/notice-line.ts';
import type { Facts } from '../../../db/catalog/open.ts';
import { publication } from '../../../db/catalog/publication.ts';
import { notices } from '../../../db/catalog/schema.ts';
import { asc, inArray } from '../../../db/drizzle.ts';
import type { DataTable } from '../../data/tables.ts';
import type { Cell } from './csv.ts';

/** Notices whose rows are in memory at a time. */
const batch = 500;

/**
 * Reads the public rows of a table, by notice and then by key. Results that an operator holds, or has moved behind `asOf`, are
 * left out here as on the pages.
 */
export function rowReader(db: Facts, asOf: Date) {
  const all = db.select(noticeLine).from(notices).orderBy(asc(notices.id)).all();
  const hours = hoursOf(db);
  return function* rowsOf({ results, table, columns, notice, key }: DataTable): Generator<Record<string, Cell>> {
    const told = all.filter((each) => {
      const instant = results && publication(each, results, hours);
      return results === null || (instant !== null && instant <= asOf);
    });
    for (let i = 0; i < told.length; i += batch)
      yield* db
        .select(columns)
        .from(table)
        .where(
          inArray(
            notice,
            told.slice(i, i + batch).map(({ id }) => id),
          ),
        )
        .orderBy(asc(notice), ...key.map((column) => asc(column)))
        .all() as Record<string, Cell>[];
  };
}

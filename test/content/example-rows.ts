import { exampleRows } from '../../content/example/rows.ts';
import { noOrders, type Ordered } from '../../db/catalog/publication.ts';
import { dayAfter } from '../../db/clock.ts';
import { noticeOperations, resultOperations } from '../../db/ingest/operations.ts';
import type { NoticeFacts } from '../../db/ingest/rows/notice.ts';

/** The example data as the tests ask for it: each day made once, rows by operation, notices as the ingest reads them. */

export type SourceRow = Record<string, unknown>;

export const sunday = '2026-11-22';
export const month = Array.from({ length: 30 }, (_, i) => dayAfter(sunday, i));
/** A month, and ends of months and years, 29 February among them. */
export const days = [...month, '2026-12-31', '2027-01-01', '2027-02-28', '2028-02-29', '2028-12-31'];

export const rowsOn = once(exampleRows);

export const noticesOn = once((day): (NoticeFacts & Ordered)[] =>
  noticeOperations.flatMap(({ name, row }) =>
    said(rowsOn(day), name).map((each) => ({ ...row.parse(each), ...noOrders })),
  ),
);

export function said(rows: { operation: string; row: SourceRow }[], operation: string) {
  return rows.filter((each) => each.operation === operation).map(({ row }) => row);
}

export function isResult(operation: string) {
  return resultOperations.some(({ name }) => name === operation);
}

/** Fields of a row in one word, to compare and to group by. */
export function word(row: SourceRow, ...fields: string[]) {
  return fields.map((field) => String(row[field])).join('/');
}

export function once<T>(make: (day: string) => T) {
  const made = new Map<string, T>();
  return (day: string) => {
    if (!made.has(day)) made.set(day, make(day));
    return made.get(day)!;
  };
}

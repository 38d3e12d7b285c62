import type { HouseTypeOperation, NoticeOperation } from '../operations.ts';
import type { Page } from './api.ts';
import type { Visit } from './visit.ts';

/** Takes a page of a public table. @param wanted keeps its other rows away from the intake. */
export function takePublicPage(
  { intake, progress }: Visit,
  operation: NoticeOperation | HouseTypeOperation,
  { number, pages, rows }: Page,
  wanted: (row: unknown) => boolean = () => true,
) {
  progress(`${operation.name} page ${number} of ${Math.max(1, pages)}`);
  const placed = rows.map((row, i) => ({ place: `${operation.name} page ${number} row ${i + 1}`, row }));
  intake.take(
    operation,
    placed.filter(({ row }) => wanted(row)),
  );
}

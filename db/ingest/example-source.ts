import { exampleRows } from '../../content/example/rows.ts';
import { koreanDay } from '../clock.ts';
import type { Source } from './ingest.ts';
import { operations } from './operations.ts';

/** Invented rows as the open API would give them on a day; the intake treats them as it treats real ones. */
export function exampleSource(on: Date): Source {
  return {
    name: 'example',
    full: true,
    async feed(intake) {
      const rows = Map.groupBy(exampleRows(koreanDay(on)), ({ operation }) => operation);
      for (const operation of operations)
        intake.take(
          operation,
          (rows.get(operation.name) ?? []).map(({ row }, i) => ({
            place: `example ${operation.name} row ${i + 1}`,
            row,
          })),
        );
      return [];
    },
  };
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleRows } from '../../content/example/rows.ts';

/** Writes the example rows of a day into a new folder, a file an operation, as `npm run ingest -- --from DIR` takes them. */
export function writeRows(folder: string, day: string) {
  mkdirSync(folder);
  const rows = Map.groupBy(exampleRows(day), ({ operation }) => operation);
  for (const [operation, some] of rows)
    writeFileSync(join(folder, `${operation}.jsonl`), some.map(({ row }) => JSON.stringify(row)).join('\n'));
}

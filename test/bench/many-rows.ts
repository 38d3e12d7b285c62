import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleRows } from '../../content/example/rows.ts';
import { realRows } from '../real-rows.ts';

type Row = Record<string, unknown> & { HOUSE_MANAGE_NO: string };
export type OperationRows = { batches(operation: string): Generator<Row[]> };

const names = ['getAPTLttotPblancDetail', 'getAPTLttotPblancMdl', 'getAPTLttotPblancCmpet'];
const batch = 1_000;

/** Rows of any number of notices: the real ones, and copies of them under numbers of a later millennium's years. */
export async function manyRows() {
  const folder = realRows('odcloud');
  const rows = folder ? fromFiles(folder) : fromExample();
  const ids = [...new Set((rows.get(names[0]!) ?? []).map((row) => row.HOUSE_MANAGE_NO))].sort();
  return {
    source: folder ? 'the real notices of 2020 to 2025 and copies of them' : 'the example data and copies of it',
    of: (size: number) => copies(rows, ids, size, (row) => row),
    /** One notice in a hundred, with its winners' day moved. */
    changed: (size: number) =>
      copies(rows, ids, size, (row, nth) =>
        nth % 100 === 0 && 'PRZWNER_PRESNATN_DE' in row ? { ...row, PRZWNER_PRESNATN_DE: '2025-12-24' } : null,
      ),
  };
}

function copies(
  rows: Map<string, Row[]>,
  ids: string[],
  size: number,
  change: (row: Row, nth: number) => Row | null,
): OperationRows {
  const order = new Map(ids.map((id, i) => [id, i]));
  return {
    *batches(operation) {
      let some: Row[] = [];
      for (let copy = 0; copy * ids.length < size; copy++)
        for (const row of rows.get(operation) ?? []) {
          const nth = copy * ids.length + order.get(row.HOUSE_MANAGE_NO)!;
          const changed = nth < size ? change(row, nth) : null;
          if (!changed) continue;
          const id = String(Number(row.HOUSE_MANAGE_NO) + copy * 100_000_000);
          some.push({ ...changed, HOUSE_MANAGE_NO: id, PBLANC_NO: id });
          if (some.length === batch) {
            yield some;
            some = [];
          }
        }
      yield some;
    },
  };
}

function fromFiles(folder: string) {
  return new Map(
    names.map((name) => [
      name,
      readFileSync(join(folder, `${name}.jsonl`), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Row),
    ]),
  );
}

function fromExample() {
  const ours = exampleRows('2025-07-04').filter(({ operation }) => names.includes(operation));
  return new Map(
    names.map((name) => [name, ours.filter(({ operation }) => operation === name).map(({ row }) => row as Row)]),
  );
}

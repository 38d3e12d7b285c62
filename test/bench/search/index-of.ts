import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCatalog } from '../../../db/catalog/open.ts';
import { koreanInstant } from '../../../db/clock.ts';
import { openIntake } from '../../../db/ingest/intake.ts';
import { houseTypeOperations, noticeOperations } from '../../../db/ingest/operations.ts';
import { writeSearch } from '../../../site/search/write-search.ts';
import type { manyRows, OperationRows } from '../many-rows.ts';

export type IndexTexts = { notices: string; words: string; facets: string };
type Rows = Awaited<ReturnType<typeof manyRows>>;
type Row = OperationRows extends { batches(operation: string): Generator<(infer Each)[]> } ? Each : never;

/** More than there are rows that are no copies. */
const plenty = 10_000;

/** The index of as many notices, copies under names of their own among them. */
export function indexOfMany(rows: Rows, size: number) {
  const names = [...rows.of(plenty).batches('getAPTLttotPblancDetail')].flat().filter(isOwn).map(nameOf);
  return indexOf((operation) =>
    Array.from(rows.of(size).batches(operation), (some) =>
      some.map((row, i) =>
        'HOUSE_NM' in row && !isOwn(row) ? { ...row, HOUSE_NM: mixed(names, i, nameOf(row)) } : row,
      ),
    ),
  );
}

/** The index of the notices that are no copies. */
export function indexOfOwn(rows: Rows) {
  return indexOf((operation) => Array.from(rows.of(plenty).batches(operation), (some) => some.filter(isOwn)));
}

/** A copy's number is that of a later millennium's year. */
function isOwn({ HOUSE_MANAGE_NO }: Row) {
  return Number(HOUSE_MANAGE_NO) < 2_100_000_000;
}

function nameOf(row: Row) {
  return String(row['HOUSE_NM']);
}

/** The beginning of one name and the end of another: as new to a compressor as the name of a new building. */
function mixed(names: string[], nth: number, name: string) {
  const [own, other] = [name.split(' '), names[(nth * 7_919) % names.length]!.split(' ')];
  return [...own.slice(0, Math.ceil(own.length / 2)), ...other.slice(Math.ceil(other.length / 2))].join(' ');
}

function indexOf(batches: (operation: string) => Row[][]): IndexTexts {
  const folder = mkdtempSync(join(tmpdir(), 'bench-search-'));
  const catalog = openCatalog(folder, 'npm run bench -- search');
  try {
    const intake = openIntake(catalog.db, koreanInstant('2025-07-04', '10:00'));
    for (const operation of [...noticeOperations, ...houseTypeOperations])
      for (const some of batches(operation.name))
        intake.take(
          operation,
          some.map((row, i) => ({ place: `${operation.name} ${i}`, row })),
        );
    writeSearch(catalog.db, join(folder, 'search'));
    const text = (name: string) => readFileSync(join(folder, 'search', `${name}.json`), 'utf8');
    return { notices: text('notices'), words: text('words'), facets: text('facets') };
  } finally {
    catalog.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

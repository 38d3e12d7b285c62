import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { holdsExample } from '../../db/catalog/holds-example.ts';
import type { Facts } from '../../db/catalog/open.ts';
import { dictionary } from '../data/dictionary.ts';
import { licenceText } from '../data/licence.ts';
import { dataTables, type DataTable } from '../data/tables.ts';
import { byteOrderMark, csvHead, csvLine, type Cell } from './open-data/csv.ts';
import { openDataFile, writeDataFile, type DataFile } from './open-data/data-file.ts';
import { dataPackage, type WrittenTable } from './open-data/data-package.ts';
import { rowReader } from './open-data/rows-of.ts';
import { jsonSchemaOf } from './open-data/table-schema.ts';

/**
 * Writes the public facts into the `data` folder of a site: every table as JSON, an array with a row a line, and as CSV, both
 * by notice and then by key; what their columns mean; and what all files are, with their digests.
 */
export function writeOpenData(db: Facts, folder: string, asOf: Date) {
  mkdirSync(folder, { recursive: true });
  const rowsOf = rowReader(db, asOf);
  const written = dataTables.map((table) => writeTable(folder, table, rowsOf(table)));
  const pretty = (name: string, content: object) =>
    writeDataFile(join(folder, name), `${JSON.stringify(content, null, 2)}\n`);
  const files: DataFile[] = [
    ...written.flatMap(({ csv, json }) => [csv, json]),
    ...dataTables.map((table) => pretty(`${table.name}.schema.json`, jsonSchemaOf(table))),
    pretty('dictionary.json', dictionary()),
    pretty('datapackage.json', dataPackage(written, holdsExample(db))),
    writeDataFile(join(folder, 'LICENSE.txt'), licenceText),
  ];
  const sums = files
    .map(({ name, sha256 }) => `${sha256}  ${name}\n`)
    .sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1));
  writeDataFile(join(folder, 'SHA256SUMS'), sums.join(''));
}

/** Writes a table in both forms in one pass over its rows. */
function writeTable(folder: string, table: DataTable, rows: Iterable<Record<string, Cell>>): WrittenTable {
  const json = openDataFile(join(folder, `${table.name}.json`));
  const csv = openDataFile(join(folder, `${table.name}.csv`));
  let count = 0;
  json.write('[');
  csv.write(byteOrderMark + csvHead(table.fields));
  for (const row of rows) {
    json.write(`${count === 0 ? '\n' : ',\n'}${JSON.stringify(row)}`);
    csv.write(csvLine(row, table.fields));
    count += 1;
  }
  json.write('\n]\n');
  return { table, rows: count, csv: csv.end(), json: json.end() };
}

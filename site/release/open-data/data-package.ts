import { dataLicence, dataTitle } from '../../data/licence.ts';
import type { DataTable } from '../../data/tables.ts';
import type { DataFile } from './data-file.ts';
import { tableSchemaOf } from './table-schema.ts';

/** The files of a table and how many rows each has. */
export type WrittenTable = { table: DataTable; rows: number; csv: DataFile; json: DataFile };

/** What the open data are, as a Frictionless Data Package: every file with its bytes, its digest and its columns. */
export function dataPackage(written: WrittenTable[], example: boolean) {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'cheongyak-lighthouse',
    title: `${example ? '[예시] ' : ''}${dataTitle}`,
    licenses: [{ name: 'other-open', title: dataLicence }],
    sources: [
      { title: '한국부동산원 청약홈 분양정보 조회 서비스', path: 'https://www.data.go.kr/data/15098547/openapi.do' },
    ],
    resources: written.flatMap(({ table, rows, csv, json }) => [
      {
        name: table.name,
        title: table.title,
        description: table.meaning,
        path: csv.name,
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        bytes: csv.bytes,
        hash: `sha256:${csv.sha256}`,
        rows,
        dialect: { lineTerminator: '\r\n' },
        schema: tableSchemaOf(table),
      },
      {
        name: `${table.name}-json`,
        title: table.title,
        path: json.name,
        format: 'json',
        mediatype: 'application/json',
        encoding: 'utf-8',
        bytes: json.bytes,
        hash: `sha256:${json.sha256}`,
        rows,
        jsonSchema: `${table.name}.schema.json`,
      },
    ]),
  };
}

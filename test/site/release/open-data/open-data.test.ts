import { createHash } from 'node:crypto';
import Ajv2020 from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { competition, notices, scores, specialSupply } from '../../../../db/catalog/schema.ts';
import { takeOrders } from '../../../../db/publications/take-orders.ts';
import { dataTables } from '../../../../site/data/tables.ts';
import { hold, move } from '../../../db/publications/orders.ts';
import { asOf, ids } from '../../small-catalog.ts';
import { openData, smallFacts, valueOf } from './opened.ts';

type Row = Record<string, string | number | boolean | null>;

const rowsIn = (files: Record<string, Buffer>, name: string) => JSON.parse(files[`${name}.json`]!.toString()) as Row[];

test('each CSV says what its JSON says, row by row', async () => {
  const db = await smallFacts();
  db.update(notices)
    .set({ name: '=SUM(A1)+"따옴표", 쉼표\r\n새 줄', developer: "'=1+1", builder: '-', phone: '+82 2' })
    .run();
  const files = openData(db);
  for (const { name, fields } of dataTables) {
    const read = parse<Record<string, string>>(files[`${name}.csv`]!, {
      bom: true,
      columns: true,
      record_delimiter: '\r\n',
    });
    const typed = read.map((row) =>
      Object.fromEntries(fields.map((field) => [field.name, valueOf(row[field.name]!, field)])),
    );
    expect(typed.length).toBeGreaterThan(0);
    expect(typed).toEqual(rowsIn(files, name));
  }
});

test('a CSV begins with the mark of UTF-8 and the names of its fields, and ends its lines as Excel does', async () => {
  const files = openData(await smallFacts());
  for (const { name, fields } of dataTables) {
    const text = files[`${name}.csv`]!.toString();
    expect(text.startsWith(`\uFEFF${fields.map((field) => field.name).join(',')}\r\n`)).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text).not.toMatch(/(?<!\r)\n/);
  }
});

test('no cell of free text begins as a formula, printed rates stay as they are', async () => {
  const db = await smallFacts();
  const evil = ['=cmd|x', '+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1'];
  const all = db.select().from(notices).all();
  all.slice(0, evil.length).forEach(({ id }, i) => {
    db.update(notices).set({ name: evil[i]! }).where(eq(notices.id, id)).run();
  });
  const read = (name: string) => {
    const rows = parse<Record<string, string>>(openData(db)[`${name}.csv`]!, { bom: true, columns: true });
    return rows.flatMap((row) => Object.values(row));
  };
  expect(read('notices').filter((cell) => /^[=+\-@\t\r]./s.test(cell))).toEqual([]);
  expect(read('notices')).toEqual(expect.arrayContaining(evil.map((text) => `'${text}`)));
  expect(read('competition')).toEqual(expect.arrayContaining(['-', '(△12)', '2,182.00']));
});

test('each table keeps its own JSON Schema, and the schema refuses what it is not', async () => {
  const files = openData(await smallFacts());
  for (const { name } of dataTables) {
    const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
      JSON.parse(files[`${name}.schema.json`]!.toString()) as object,
    );
    const rows = rowsIn(files, name);
    expect([validate(rows), validate.errors]).toEqual([true, null]);
    expect(validate([{ ...rows[0], added: 1 }])).toBe(true);
    const { noticeId: _, id: __, ...less } = rows[0]!;
    expect(validate([less])).toBe(false);
  }
  expect(files['notices.schema.json']!.toString()).not.toContain('additionalProperties');
});

test('the data package lists every table with its bytes, digest and rows, and names its columns', async () => {
  const files = openData(await smallFacts());
  const { resources } = JSON.parse(files['datapackage.json']!.toString()) as {
    resources: {
      path: string;
      bytes: number;
      hash: string;
      rows: number;
      format: string;
      schema?: { fields: { name: string }[]; primaryKey: string[] };
    }[];
  };
  expect(resources.map(({ path }) => path).sort()).toEqual(
    dataTables.flatMap(({ name }) => [`${name}.csv`, `${name}.json`]).sort(),
  );
  for (const { path, bytes, hash, rows, format, schema } of resources) {
    const body = files[path]!;
    expect({ bytes, hash }).toEqual({ bytes: body.length, hash: `sha256:${sha256(body)}` });
    const name = path.slice(0, path.lastIndexOf('.'));
    const all = rowsIn(files, name);
    expect(rows).toBe(all.length);
    if (format !== 'csv') continue;
    expect(schema!.fields.map((field) => field.name)).toEqual(Object.keys(all[0]!));
    const keys = all.map((row) => JSON.stringify(schema!.primaryKey.map((field) => row[field])));
    expect(new Set(keys).size).toBe(all.length);
  }
});

test('SHA256SUMS has every other file, in the form that sha256sum checks', async () => {
  const { SHA256SUMS: sums, ...files } = openData(await smallFacts());
  expect(sums!.toString()).toBe(
    Object.entries(files)
      .map(([name, body]) => `${sha256(body)}  ${name}\n`)
      .join(''),
  );
});

test('the dictionary explains every field of every row', async () => {
  const files = openData(await smallFacts());
  const { tables } = JSON.parse(files['dictionary.json']!.toString()) as {
    tables: { name: string; fields: { name: string; meaning: string; type: string }[] }[];
  };
  for (const { name, fields } of tables) {
    expect(fields.map((field) => field.name)).toEqual(Object.keys(rowsIn(files, name)[0]!));
    expect(fields.filter(({ meaning }) => meaning === '')).toEqual([]);
  }
});

test('results that are held, or moved behind the instant, are in no file, and nothing counts them', async () => {
  const db = await smallFacts();
  takeOrders(db, [
    hold({ noticeId: ids.closed }),
    move({ noticeId: ids.announced }, '2026-12-24T09:00:00+09:00', 'score'),
  ]);
  const held = openData(db);
  for (const name of ['competition', 'special-supply', 'scores'])
    for (const end of ['csv', 'json']) expect(held[`${name}.${end}`]!.toString().includes(ids.closed)).toBe(false);
  expect(held['scores.csv']!.toString()).not.toContain(ids.announced);
  expect(held['competition.csv']!.toString()).toContain(ids.announced);
  for (const table of [competition, specialSupply, scores])
    db.delete(table).where(eq(table.noticeId, ids.closed)).run();
  db.delete(scores).where(eq(scores.noticeId, ids.announced)).run();
  expect(openData(db)).toEqual(held);
});

test('a source that holds closed results makes the same open data as one that does not', async () => {
  expect(openData(await smallFacts({ closedRows: true }))).toEqual(openData(await smallFacts()));
});

test('the same facts give the same bytes, later on the same day too', async () => {
  const db = await smallFacts();
  expect(openData(db, new Date(asOf.getTime() + 3_600_000))).toEqual(openData(db));
});

test('example data say so in the data package', async () => {
  const title = (files: Record<string, Buffer>) =>
    (JSON.parse(files['datapackage.json']!.toString()) as { title: string }).title;
  expect(title(openData(await smallFacts({ example: true })))).toBe('[예시] 청약등대 공개자료');
  expect(title(openData(await smallFacts()))).toBe('청약등대 공개자료');
});

function sha256(body: Buffer) {
  return createHash('sha256').update(body).digest('hex');
}

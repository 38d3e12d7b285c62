import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { dataTables } from '../../../site/data/tables.ts';

const rows = fileURLToPath(new URL('../../../db/ingest/rows/', import.meta.url));

test('every column is explained, and amounts, areas and counts have their unit', () => {
  const fields = dataTables.flatMap(({ fields: its }) => its);
  expect(fields.filter(({ meaning }) => !meaning)).toEqual([]);
  const unitOf = (table: string, name: string) =>
    dataTables.find((each) => each.name === table)?.fields.find((field) => field.name === name)?.unit;
  expect(unitOf('house-types', 'price')).toBe('만원');
  expect(unitOf('house-types', 'supplyArea')).toBe('㎡');
  expect(unitOf('house-types', 'newborn')).toBe('세대');
  expect(unitOf('competition', 'applicants')).toBe('건');
  expect(unitOf('notices', 'totalSupply')).toBe('세대');
});

test('every field of the open API that is named is one that rows are read from', () => {
  const code = globSync('*.ts', { cwd: rows })
    .map((file) => readFileSync(rows + file, 'utf8'))
    .join('\n');
  const named = dataTables.flatMap(({ fields }) => fields.flatMap(({ source }) => source?.split(', ') ?? []));
  expect(named.length).toBeGreaterThan(80);
  // A name with … stands for several, one a category.
  expect(named.filter((name) => !name.includes('…') && !new RegExp(`\\b${name}\\b`).test(code))).toEqual([]);
});

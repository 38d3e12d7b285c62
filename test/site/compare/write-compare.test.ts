import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Facts } from '../../../db/catalog/open.ts';
import { competition, scores, specialSupply } from '../../../db/catalog/schema.ts';
import { writeCompare } from '../../../site/compare/write-compare.ts';
import { fileOf, type CompareFile } from '../../../site/scripts/compare/compare-file.ts';
import { freshFolder } from '../../fresh.ts';
import { ids, smallCatalog } from '../small-catalog.ts';

async function catalogOf() {
  const catalog = await smallCatalog(freshFolder());
  onTestFinished(() => catalog.close());
  return catalog.db;
}

/** What is written of a catalog: files by their names. */
function filesOf(db: Facts) {
  const folder = freshFolder();
  writeCompare(db, folder);
  return new Map(globSync('*', { cwd: folder }).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

test('every notice is in the file of its number, a hundred at the most together', async () => {
  const files = [...filesOf(await catalogOf())].map(([name, text]) => [name, JSON.parse(text) as CompareFile] as const);
  const known = files.flatMap(([name, { notices }]) => Object.keys(notices).map((id) => [name, id] as const));
  expect(known.filter(([name, id]) => fileOf(id) !== name)).toEqual([]);
  expect(known.map(([, id]) => id)).toEqual(expect.arrayContaining(Object.values(ids)));
  expect(Math.max(...files.map(([, { notices }]) => Object.keys(notices).length))).toBeLessThanOrEqual(100);
});

test('a notice is told as its page tells it: a doubtful price is marked, no unsafe link is passed on', async () => {
  const files = filesOf(await catalogOf());
  const notice = (id: string) => (JSON.parse(files.get(fileOf(id))!) as CompareFile).notices[id]!;
  expect(notice(ids.doubtful).types[2]).toEqual({
    no: '03',
    name: '59.00',
    exclusive: 59,
    supplied: 82.12,
    households: 45,
    price: 693790,
    doubtful: true,
    special: { 다자녀가구: 4, 신혼부부: 8, 생애최초: 4, 노부모부양: 1, 기관추천: 3 },
  });
  expect(notice(ids.hostile)).not.toHaveProperty('official');
  expect(notice(ids.rent)).toMatchObject({ rent: true, amount: '공급금액' });
  expect(notice(ids.officetel)).not.toHaveProperty('flags');
  expect(notice(ids.held)).not.toHaveProperty('closes');
});

test('results leave no trace in it, and two writings are the same bytes', async () => {
  const db = await catalogOf();
  const before = filesOf(db);
  expect(filesOf(db)).toEqual(before);
  for (const table of [competition, specialSupply, scores]) db.delete(table).run();
  expect(filesOf(db)).toEqual(before);
});

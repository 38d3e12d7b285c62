import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { koreanInstant } from '../../../db/clock.ts';
import { areaBands, specials, zones } from '../../../site/scripts/search/index-file.ts';
import { noticesOf } from '../../../site/scripts/search/notices.ts';
import { dayNumberAt, dayOf } from '../../../site/scripts/search/state.ts';
import { competition, notices, scores, specialSupply } from '../../../db/catalog/schema.ts';
import { buildersOf, developersOf } from '../../../site/search/companies.ts';
import { wardsOf } from '../../../site/search/wards.ts';
import { writeSearch } from '../../../site/search/write-search.ts';
import { freshFolder } from '../../fresh.ts';
import { ids, smallCatalog } from '../small-catalog.ts';
import { indexOf } from './index-of.ts';

async function catalogOf() {
  const catalog = await smallCatalog(freshFolder());
  onTestFinished(() => catalog.close());
  return catalog.db;
}

test('every notice is in the index as the catalog has it', async () => {
  const db = await catalogOf();
  const found = noticesOf(indexOf(db).notices);
  const known = db.select().from(notices).orderBy(notices.id).all();
  expect(found.map(({ id, name, kind, place, announced }) => [id, name, kind, place, dayOf(announced)])).toEqual(
    known.map(({ id, name, kind, sido, sigungu, announcedOn }) => [id, name, kind, sigungu ?? sido, announcedOn]),
  );
  const open = found.find(({ id }) => id === ids.open)!;
  expect([dayOf(open.opens!), dayOf(open.closes!)]).toEqual(['2026-11-23', '2026-11-25']);
  expect(found.find(({ id }) => id === ids.held)).toMatchObject({ closes: null });
});

test('results leave no trace in it', async () => {
  const db = await catalogOf();
  const before = filesOf(db);
  for (const table of [competition, specialSupply, scores]) db.delete(table).run();
  expect(filesOf(db)).toEqual(before);
});

test('two writings of the same catalog are the same bytes', async () => {
  const db = await catalogOf();
  expect(filesOf(db)).toEqual(filesOf(db));
});

test('facets say what is offered, and where', async () => {
  const { facets, notices: file } = indexOf(await catalogOf());
  const { at } = noticesOf(file).find(({ id }) => id === ids.open)!;
  const named = (bits: number, names: readonly (string | number)[]) => names.filter((_, i) => (bits >> i) & 1);
  expect(named(facets.specials[at]!, specials)).toEqual([
    'multi-child',
    'newlywed',
    'first-time',
    'elderly-parents',
    'agency',
  ]);
  expect(named(facets.zones[at]!, zones)).toContain('speculation');
  expect(named(facets.areas[at]!, areaBands)).toContain(85);
  expect([facets.priceFrom[at], facets.priceFrom[at]! + facets.priceSpan[at]!]).toEqual([540, 1200]);
  expect(facets.winners[at]).toBe(7);
});

test('an amount that can hardly be meant is left out', async () => {
  const { facets, notices: file } = indexOf(await catalogOf());
  const { at } = noticesOf(file).find(({ id }) => id === ids.doubtful)!;
  expect(facets.priceFrom[at]! + facets.priceSpan[at]!).toBe(1200);
});

test('a day is counted in Korea', () => {
  expect(dayOf(dayNumberAt(koreanInstant('2026-11-24', '00:10')))).toBe('2026-11-24');
});

test('companies go by the name that remains without their form', () => {
  expect(buildersOf('(주)대우건설 계룡건설산업(주) 외 2개사')).toEqual(['대우건설', '계룡건설산업']);
  expect(buildersOf('주식회사 한라, ㈜한양')).toEqual(['한라', '한양']);
  expect(buildersOf(null)).toEqual([]);
  expect(developersOf('한국토지주택공사경기남부')).toEqual(['한국토지주택공사']);
  expect(developersOf('주식회사 하나자산신탁')).toEqual([]);
});

test('an address gives its 일반구 and 동', () => {
  expect(wardsOf('경기도 수원시 영통구 원천동 12번지')).toEqual(['영통구', '원천동']);
  expect(wardsOf('서울특별시 영등포구 영등포동2가 439')).toEqual(['영등포동']);
  expect(wardsOf(null)).toEqual([]);
});

function filesOf(db: Parameters<typeof writeSearch>[0]) {
  const folder = freshFolder();
  writeSearch(db, folder);
  return ['notices', 'words', 'facets'].map((name) => readFileSync(join(folder, `${name}.json`), 'utf8'));
}

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Catalog } from '../../../db/catalog/open.ts';
import { noticeIds, noticeWithId } from '../../../db/catalog/notice.ts';
import { competition, notices, scores, specialSupply } from '../../../db/catalog/schema.ts';
import { cardOf, siteCard } from '../../../site/cards/card-of.ts';
import { cardsOf } from '../../../site/cards/cards.ts';
import { writeCards } from '../../../site/cards/write-cards.ts';
import { fixFiles } from '../../../site/release/seal.ts';
import { freshFolder } from '../../fresh.ts';
import { asOf, ids, smallCatalog } from '../small-catalog.ts';

const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
let catalog: Catalog;
/** A finished release with every picture. */
let release: string;

beforeAll(async () => {
  catalog = await smallCatalog(join(folder, 'data'));
  release = await releaseOf(join(folder, 'release'));
});

afterAll(() => {
  catalog.close();
  rmSync(folder, { recursive: true, force: true });
});

async function releaseOf(work: string) {
  mkdirSync(join(work, 'client'), { recursive: true });
  await writeCards({ db: catalog.db, client: join(work, 'client'), asOf, earlier: null });
  await fixFiles({ work, asOf, instants: { instants: [], concerned: {} }, earlier: null });
  return work;
}

/** Draws what cannot be taken over from an earlier release. */
async function drawAfter(earlier: string | null) {
  const client = freshFolder();
  const drawn = await writeCards({ db: catalog.db, client, asOf, earlier });
  return { drawn, pictures: picturesIn(client) };
}

function picturesIn(client: string) {
  const names = readdirSync(join(client, 'cards')).sort();
  return new Map(names.map((name) => [name, readFileSync(join(client, 'cards', name), 'base64')]));
}

test('two drawings of the same are the same bytes', async () => {
  const { drawn, pictures } = await drawAfter(null);
  expect(drawn).toBe(pictures.size);
  expect(pictures).toEqual(picturesIn(join(release, 'client')));
});

test('a picture is a PNG of 1200 × 630 and light', () => {
  for (const [name, base64] of picturesIn(join(release, 'client'))) {
    const png = Buffer.from(base64, 'base64');
    expect([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['PNG', 1200, 630]);
    expect(png.length, name).toBeLessThan(30_000);
  }
});

test('the picture that a page names is there, for every notice', () => {
  const drawn = new Set(cardsOf(catalog.db, asOf).map(({ path }) => path));
  const named = noticeIds(catalog.db).map((id) => cardOf(noticeWithId(catalog.db, id), asOf).path);
  expect(named.filter((path) => !drawn.has(path))).toEqual([]);
  expect(drawn).toContain(siteCard.path);
  expect(new Set(named)).toContain('/cards/gyeonggi.png');
  const own = [...drawn].filter((path) => /\d{10}/.test(path));
  expect(own.toSorted()).toEqual([...new Set(named)].filter((path) => /\d{10}/.test(path)).toSorted());
});

test('a notice has its own picture while it is told of, then the one of its place', () => {
  const notice = noticeWithId(catalog.db, ids.open);
  const at = (day: string) => cardOf(notice, new Date(`${day}T10:00:00+09:00`)).path;
  expect(at('2026-11-24')).toBe(`/cards/${ids.open}.png`);
  expect(at('2026-12-17')).toBe(`/cards/${ids.open}.png`);
  expect(at('2027-01-12')).toBe(`/cards/${ids.open}.png`);
  expect(at('2027-01-13')).toBe('/cards/gyeonggi.png');
  expect(cardOf({ ...notice, sido: null }, new Date('2027-06-01T10:00:00+09:00'))).toBe(siteCard);
});

test('nothing in a picture follows from results, or turns with the day', async () => {
  const before = cardsOf(catalog.db, asOf);
  const later = cardsOf(catalog.db, new Date('2026-11-30T23:00:00+09:00'));
  const both = before.filter(({ path }) => later.some((card) => card.path === path));
  expect(both.length).toBeGreaterThan(30);
  expect(later).toEqual(expect.arrayContaining(both));
  const without = await smallCatalog(freshFolder());
  expect(without.db.select().from(competition).all().length).toBeGreaterThan(0);
  for (const table of [competition, specialSupply, scores]) without.db.delete(table).run();
  expect(cardsOf(without.db, asOf)).toEqual(before);
  without.close();
});

test('example data says so in every picture', async () => {
  const example = await smallCatalog(freshFolder(), { example: true });
  const silent = cardsOf(example.db, asOf).filter(({ svg }) => !svg.includes('예시 데이터'));
  example.close();
  expect(silent).toEqual([]);
  expect(cardsOf(catalog.db, asOf).some(({ svg }) => svg.includes('예시'))).toBe(false);
});

test('what an earlier release has drawn from the same is not drawn again', async () => {
  expect(await drawAfter(release)).toEqual({ drawn: 0, pictures: picturesIn(join(release, 'client')) });
});

test('a correction has one picture drawn again', async () => {
  const name = { name: notices.name };
  const before = catalog.db.select(name).from(notices).where(eq(notices.id, ids.open)).get()!;
  catalog.db.update(notices).set({ name: '고친 이름' }).where(eq(notices.id, ids.open)).run();
  const { drawn, pictures } = await drawAfter(release);
  catalog.db.update(notices).set(before).where(eq(notices.id, ids.open)).run();
  expect(drawn).toBe(1);
  const old = picturesIn(join(release, 'client'));
  expect([...pictures].filter(([file, png]) => old.get(file) !== png).map(([file]) => file)).toEqual([
    `${ids.open}.png`,
  ]);
});

test('a picture that is damaged or gone is drawn again', async () => {
  const work = await releaseOf(freshFolder());
  const damaged = join(work, 'client/cards/site.png');
  const png = readFileSync(damaged);
  writeFileSync(damaged, Buffer.concat([png.subarray(0, -30), Buffer.alloc(30)]));
  rmSync(join(work, 'client/cards/seoul.png'));
  const { drawn, pictures } = await drawAfter(work);
  expect(drawn).toBe(2);
  expect(pictures).toEqual(picturesIn(join(release, 'client')));
});

test('pictures are sent as they are: no compressed twin beside them', () => {
  expect(readdirSync(join(release, 'client/cards')).filter((name) => !name.endsWith('.png'))).toEqual([]);
});

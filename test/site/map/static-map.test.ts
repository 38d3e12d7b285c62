import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { regions } from '../../../content/regions.ts';
import { openCopy } from '../../../db/catalog/open.ts';
import { countsByPlace } from '../../../site/map/counts.ts';
import { writeMap } from '../../../site/map/write-map.ts';
import { textOf } from '../pages/built-site.ts';
import { asOf, ids } from '../small-catalog.ts';
import { renderMap } from './render-map.ts';

const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
let client: string;
const page = (path: string) => readFileSync(join(client, path, 'index.html'), 'utf8');

beforeAll(async () => {
  client = await renderMap(folder, 'site');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The links of the map itself, with their names. */
function tilesOf(html: string) {
  const [map] = /<svg class="map-tiles"[\s\S]*?<\/svg>/.exec(html)!;
  return [...map.matchAll(/<a href="([^"]+)"[^>]*>\s*<title>([^<]+)/g)].map(([, href, name]) => ({ href, name }));
}

test('every 시군구 is a tile that says its name and counts, and leads to its notices', () => {
  const tiles = tilesOf(page('map'));
  const places = regions.flatMap((sido) => sido.sigungu.map(({ slug }) => `/notices/region/${sido.slug}/${slug}/`));
  expect(tiles).toHaveLength(places.length);
  expect(new Set(tiles.map(({ href }) => href))).toEqual(new Set(places));
  const nameOf = (place: string) => tiles.find(({ href }) => href === `/notices/region/${place}/`)?.name;
  expect(nameOf('seoul/gangnam-gu')).toBe('강남구 접수중 1건, 예정 1건, 지금까지 4건');
  expect(nameOf('jeju/jeju-si')).toBe('제주시 접수중·예정 없음, 지금까지 0건');
  expect(nameOf('gyeonggi/suwon-si')).toBe('수원시 접수중·예정 없음, 지금까지 105건');
});

test('tiles are in the order of reading within their 시도', () => {
  const [map] = /<svg class="map-tiles"[\s\S]*?<\/svg>/.exec(page('map/gyeonggi'))!;
  const spots = [...map.matchAll(/<path d="M([\d.]+) ([\d.]+)h/g)].map(([, x, y]) => [Number(y), Number(x)] as const);
  expect(spots).toHaveLength(31);
  expect(spots).toEqual(spots.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]));
});

test('the list beside the map has the same places, each once', () => {
  const html = page('map');
  const list = html.slice(html.indexOf('id="list"'));
  for (const { href } of tilesOf(html)) expect(list.split(`href="${href}"`).length - 1, href).toBe(1);
});

test('a 시도 has its names on large tiles, and a table of figures', () => {
  const html = page('map/gyeonggi');
  expect(html).toMatch(/<text[^>]*>\s*고양\s*</);
  const row = /<tr[^>]*>(?:(?!<\/tr>)[\s\S])*\/suwon-si\/[\s\S]*?<\/tr>/.exec(html)![0];
  expect(textOf(row).split(/\s+/).filter(Boolean)).toEqual(['수원시', '0', '0', '105']);
  expect(html).toContain('href="/map/"');
});

test('a map of the country weighs at most 14 kB, its styles at most 2 kB', () => {
  for (const path of ['map', 'map/gyeonggi', 'map/seoul'])
    expect(gzipSync(page(path)).length, path).toBeLessThan(14_000);
  const sheet = /href="(\/_astro\/map\.[^"]+\.css)"/.exec(page('map'))![1]!;
  expect(gzipSync(readFileSync(join(client, sheet))).length).toBeLessThanOrEqual(2_048);
});

test('counts are of what can be applied for at that instant, to the minute', () => {
  const db = openCopy(join(folder, 'site', 'facts.db'));
  const gangnam = (at: string) => countsByPlace(db, new Date(at)).get('11680');
  expect(gangnam('2026-11-24T17:29:00+09:00')).toEqual({ open: 1, upcoming: 1, all: 4 });
  expect(gangnam('2026-11-24T17:30:00+09:00')).toEqual({ open: 0, upcoming: 1, all: 4 });
  expect(gangnam('2026-11-25T09:00:00+09:00')).toEqual({ open: 1, upcoming: 0, all: 4 });
});

test('a notice shows its place in little more than half a kilobyte', () => {
  const html = page(`notices/${ids.open}`);
  const [map] = /<a class="place-map"[\s\S]*?<\/a>/.exec(html)!;
  expect(Buffer.byteLength(map)).toBeLessThanOrEqual(700);
  expect(map).toContain('href="/map/gyeonggi/"');
  expect(map).toContain('시군구까지만 알려진 위치입니다.');
  expect(page(`notices/${ids.placeless}`)).not.toContain('place-map');
});

test('the moving map reads notices that are open, to come or of the last year, and nothing of results', () => {
  const { places, notices } = JSON.parse(readFileSync(join(client, 'map/notices.json'), 'utf8')) as {
    places: Record<string, [string, number, number]>;
    notices: (string | null)[][];
  };
  const known = notices.map(([id]) => id);
  expect(known).toEqual(known.toSorted((a, b) => (a! < b! ? -1 : 1)));
  expect(known).toEqual(expect.arrayContaining([ids.open, ids.upcoming, ids.announced, ids.officetel]));
  expect(known).not.toContain(ids.placeless);
  expect(known).not.toContain('2025000001');
  expect(notices.find(([id]) => id === ids.upcoming)).toEqual([
    ids.upcoming,
    '등대마을 셋째 단지',
    '11680',
    'apt',
    '2026-11-25T09:00:00+09:00',
    '2026-11-27T17:30:00+09:00',
  ]);
  expect(notices.filter((notice) => notice.length !== 6)).toEqual([]);
  expect(places['11680']).toEqual(['서울 강남구', 37.499, 127.057]);
  expect(new Set(Object.keys(places))).toEqual(new Set(notices.map(([, , place]) => place)));
});

test('the land of our own lies within its frame, Korea marked', () => {
  const { features: all } = JSON.parse(readFileSync(join(client, 'map/land.json'), 'utf8')) as {
    features: { properties: { home?: boolean; name?: string }; geometry: { coordinates: [number, number][][][] } }[];
  };
  expect(all.flatMap(({ properties: { name } }) => name ?? [])).toEqual(regions.map(({ name }) => name));
  const features = all.filter(({ properties }) => !properties.name);
  const points = features.flatMap(({ geometry }) => geometry.coordinates.flat(2));
  expect(points.filter(([lon, lat]) => lon < 121 || lon > 135 || lat < 31 || lat > 41)).toEqual([]);
  const home = features.filter(({ properties }) => properties.home);
  expect(home).toHaveLength(1);
  expect(home[0]!.geometry.coordinates.length).toBeGreaterThan(20);
  expect(features.length).toBeGreaterThanOrEqual(4);
});

test('what the release writes for the map is the same each time', () => {
  const again = join(folder, 'again');
  writeMap(openCopy(join(folder, 'site', 'facts.db')), again, asOf);
  for (const file of ['notices.json', 'land.json'])
    expect(readFileSync(join(again, file), 'utf8'), file).toBe(readFileSync(join(client, 'map', file), 'utf8'));
});

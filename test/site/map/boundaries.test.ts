import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { regions } from '../../../content/regions.ts';
import { sidoBySlug } from '../../../content/regions/find.ts';
import { readSettings } from '../../../db/settings.ts';
import { readBoundaries } from '../../../site/map/boundaries.ts';
import { shapeMap } from '../../../site/map/shape-map.ts';
import { freshFolder } from '../../fresh.ts';

const real = fileURLToPath(
  new URL('../../../../shared/data/geo/skorea-municipalities-2018-topo-simple.json', import.meta.url),
);

/** Squares side by side, each called so. */
function squares(names: [code: string, name: string][], more: object = {}) {
  const file = join(freshFolder(), 'squares.json');
  const arcs = names.map((_, i) => [
    [126 + i, 36],
    [127 + i, 36],
    [127 + i, 37],
    [126 + i, 37],
    [126 + i, 36],
  ]);
  const geometries = names.map(([code, name], i) => ({ type: 'Polygon', arcs: [[i]], properties: { code, name } }));
  const objects = { places: { type: 'GeometryCollection', geometries } };
  writeFileSync(file, JSON.stringify({ type: 'Topology', arcs, objects, ...more }));
  return file;
}

function codesIn(names: [code: string, name: string][]) {
  return readBoundaries(squares(names)).shapes.map(({ codes }) => codes.join());
}

test('a shape is known by its 시도 and name, as they are and as they were', () => {
  expect(
    codesIn([
      ['39010', '제주시'],
      ['31012', '수원시권선구'],
      ['37310', '군위군'],
      ['23030', '남구'],
      ['23010', '중구'],
      ['99010', '아무데'],
    ]),
  ).toEqual(['50110', '41110', '27720', '28177', '28125,28155', '']);
});

test('일반구 of one city are one shape, and one that was divided carries a dot for each of its heirs', () => {
  const suwon = shapeMap(
    readBoundaries(
      squares([
        ['31011', '수원시장안구'],
        ['31012', '수원시권선구'],
      ]),
    ),
    sidoBySlug('gyeonggi')!,
    new Map(),
  )!;
  const place = suwon.groups[0]!.places.find(({ href }) => href.endsWith('/suwon-si/'))!;
  expect(place.path.match(/M/g)).toHaveLength(2);
  const incheon = shapeMap(readBoundaries(squares([['23080', '서구']])), sidoBySlug('incheon')!, new Map())!;
  expect(incheon.ground).toMatch(/^M/);
  const heirs = incheon.groups[0]!.places.filter(({ href }) => /\/(seohae|geomdan)-gu\//.test(href));
  expect(heirs.map(({ path }) => /a1\.9/.test(path))).toEqual([true, true]);
});

test('a 시도 that the outlines leave out has none', () => {
  expect(shapeMap(readBoundaries(squares([['39010', '제주시']])), sidoBySlug('seoul')!, new Map())).toBeNull();
});

test('whose outlines they are is said: as the file says, or KOSTAT', () => {
  expect(readBoundaries(squares([['39010', '제주시']])).source).toContain('통계청');
  expect(readBoundaries(squares([['39010', '제주시']], { attribution: '경계: 어느 시청' })).source).toBe(
    '경계: 어느 시청',
  );
});

test('a setting that names no file, or a file that is something else, is refused in a sentence', () => {
  expect(() => readSettings({ MAP_BOUNDARIES: '/nowhere/at-all.json' })).toThrow(
    'The setting MAP_BOUNDARIES names no file that can be read. Mend it in the environment and start again.',
  );
  const file = join(freshFolder(), 'other.json');
  writeFileSync(file, '{"type":"FeatureCollection"}');
  expect(() => readBoundaries(file)).toThrow('is no TopoJSON with a collection of 시군구');
  writeFileSync(file, 'not even that');
  expect(() => readBoundaries(file)).toThrow('is no TopoJSON with a collection of 시군구');
  expect(() => readBoundaries(squares([['99', 'x']]))).toThrow('in which no 시군구 has a code and name that are known');
});

test.skipIf(!existsSync(real))('the real outlines of every 시도 are drawn, light enough for a page', () => {
  const boundaries = readBoundaries(real);
  for (const sido of regions) {
    const { places } = shapeMap(boundaries, sido, new Map())!.groups[0]!;
    expect(places.map(({ href }) => href).sort()).toEqual(
      sido.sigungu.map(({ slug }) => `/notices/region/${sido.slug}/${slug}/`).sort(),
    );
    expect(gzipSync(places.map(({ path }) => path).join('')).length, sido.name).toBeLessThan(7_000);
  }
});

test('the ground of the moving map is a PMTiles file or the address of a style', () => {
  const file = join(freshFolder(), 'korea.pmtiles');
  writeFileSync(file, '');
  expect(readSettings({ MAP_TILES: file }).MAP_TILES).toBe(file);
  expect(readSettings({ MAP_TILES: 'https://maps.example/style.json' }).MAP_TILES).toBe(
    'https://maps.example/style.json',
  );
  expect(readSettings({}).MAP_TILES).toBeUndefined();
  for (const wrong of ['ftp://maps.example/style.json', '/nowhere/korea.pmtiles', new URL(import.meta.url).pathname])
    expect(() => readSettings({ MAP_TILES: wrong })).toThrow(
      'The setting MAP_TILES is neither a PMTiles file that can be read nor the http(s) address of a style.',
    );
});

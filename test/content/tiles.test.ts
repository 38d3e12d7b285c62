import { expect, test } from 'vitest';
import { tiles } from '../../content/map/tiles.ts';
import { regions } from '../../content/regions.ts';

const units = regions.flatMap((sido) => sido.sigungu);
const tileOf = new Map(tiles.map((tile) => [tile.code, tile]));
const touches = (a: (typeof tiles)[number], b: (typeof tiles)[number]) =>
  Math.abs(a.row - b.row) + Math.abs(a.column - b.column) === 1;

test('every 시군구 has one tile, and there is no other', () => {
  expect(tiles.map(({ code }) => code).sort()).toEqual(units.map(({ code }) => code).sort());
});

test('no two tiles lie on one spot', () => {
  expect(new Set(tiles.map(({ row, column }) => `${row}/${column}`)).size).toBe(tiles.length);
});

test.each(regions.map(({ name, sigungu }) => [name, sigungu] as const))('%s holds together', (_, sigungu) => {
  const own = sigungu.map(({ code }) => tileOf.get(code)!);
  const reached = new Set([own[0]!]);
  for (const tile of reached) for (const next of own) if (touches(tile, next)) reached.add(next);
  expect(reached.size).toBe(own.length);
});

test('the map fits a phone held upright', () => {
  expect(Math.max(...tiles.map(({ column }) => column))).toBeLessThan(18);
  expect(Math.max(...tiles.map(({ row }) => row))).toBeLessThan(26);
});

test('what lies north or east on the ground does so on the map', () => {
  const across = (pick: (tile: (typeof tiles)[number]) => number, place: (unit: (typeof units)[number]) => number) =>
    correlation(
      units.map((unit) => pick(tileOf.get(unit.code)!)),
      units.map(place),
    );
  expect(
    across(
      ({ row }) => -row,
      ({ lat }) => lat,
    ),
  ).toBeGreaterThan(0.95);
  expect(
    across(
      ({ column }) => column,
      ({ lon }) => lon,
    ),
  ).toBeGreaterThan(0.9);
});

test('places near each other on the ground are near on the map', () => {
  const near = units.flatMap((a) => {
    const closest = units
      .filter((b) => b !== a)
      .toSorted((b, c) => ground(a, b) - ground(a, c))
      .slice(0, 3);
    return closest.map((b) => {
      const [from, to] = [tileOf.get(a.code)!, tileOf.get(b.code)!];
      return Math.hypot(from.row - to.row, from.column - to.column);
    });
  });
  expect(near.reduce((sum, each) => sum + each, 0) / near.length).toBeLessThan(2);
});

type Place = { lat: number; lon: number };

function ground(a: Place, b: Place) {
  return Math.hypot(a.lat - b.lat, (a.lon - b.lon) * 0.8);
}

function correlation(a: number[], b: number[]) {
  const mean = (of: number[]) => of.reduce((sum, each) => sum + each, 0) / of.length;
  const [ma, mb] = [mean(a), mean(b)];
  const sum = (of: (i: number) => number) => a.reduce((total, _, i) => total + of(i), 0);
  return (
    sum((i) => (a[i]! - ma) * (b[i]! - mb)) / Math.sqrt(sum((i) => (a[i]! - ma) ** 2) * sum((i) => (b[i]! - mb) ** 2))
  );
}

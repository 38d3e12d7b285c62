import { sidoByCode } from '../../content/regions/find.ts';
import type { Tile } from '../../content/map/tiles.ts';
import { placeWords } from '../words/places.ts';
import { outlineOf } from './outline.ts';
import { tilesOf } from './tile-map.ts';

/** Where a notice lies: the outline of its 시도, and its 시군구 in it where that is known. */
export type PlaceMap = {
  href: string;
  /** `경기 고양시`. */
  place: string;
  sido: string;
  /** False where no more than the 시도 is known. */
  exact: boolean;
  viewBox: string;
  outline: string;
  mark: { x: number; y: number } | null;
};

/** @returns null where not even the 시도 is known. */
export function placeMapOf(place: { sido: string | null; sigungu: string | null }): PlaceMap | null {
  const sido = place.sido === null ? null : drawn(place.sido);
  if (!sido) return null;
  const tile = sido.tiles.find(({ code }) => code === place.sigungu);
  return {
    href: sido.href,
    place: placeWords(place),
    sido: sido.name,
    exact: tile !== undefined,
    viewBox: sido.viewBox,
    outline: sido.outline,
    mark: tile ? { x: tile.column, y: tile.row } : null,
  };
}

const drawings = new Map<string, ReturnType<typeof draw>>();

/** The same for every notice of a 시도, so drawn once. */
function drawn(code: string) {
  if (!drawings.has(code)) drawings.set(code, draw(code));
  return drawings.get(code);
}

function draw(code: string) {
  const sido = sidoByCode(code);
  if (!sido) return null;
  const own = tilesOf(sido);
  const [left, top] = [least(own, 'column'), least(own, 'row')];
  const tiles = own.map((tile) => ({ code: tile.code, row: tile.row - top, column: tile.column - left }));
  const [across, down] = [most(tiles, 'column') + 1, most(tiles, 'row') + 1];
  return {
    href: `/map/${sido.slug}/`,
    name: sido.name,
    tiles,
    viewBox: `-1 -1 ${across + 2} ${down + 2}`,
    outline: outlineOf(tiles, 1),
  };
}

function least(tiles: Tile[], side: 'row' | 'column') {
  return Math.min(...tiles.map((tile) => tile[side]));
}

function most(tiles: Tile[], side: 'row' | 'column') {
  return Math.max(...tiles.map((tile) => tile[side]));
}

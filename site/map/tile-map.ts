import { tiles, type Tile } from '../../content/map/tiles.ts';
import type { Sido, Sigungu } from '../../content/regions.ts';
import { none, type Count } from './counts.ts';
import { labelSpots } from './label-spots.ts';
import { outlineOf } from './outline.ts';
import { countWords, shortName, stepOf, type Step } from './words.ts';

/** A place on the map, ready to draw. */
export type MapPlace = {
  href: string;
  /** Its name and counts, for those who do not see the map and for a pointer that rests. */
  title: string;
  now: Step;
  ever: Step;
  path: string;
  /** Middle of the place, and what is written there: nothing on the map of the country. */
  label: { x: number; y: number; name: string; now: number; ever: number } | null;
};

export type MapPicture = {
  viewBox: string;
  /** Width in pixels that it is best seen at. */
  width: number;
  height: number;
  /** True where places have their true shapes. */
  shapes: boolean;
  /** Land that is no place by itself. */
  ground: string;
  groups: { name: string; outline: string; places: MapPlace[] }[];
  labels: { x: number; y: number; name: string }[];
};

const size = 10;
const gap = 1;
const tileOf = new Map(tiles.map((tile) => [tile.code, tile]));

/** The country, its 시도 outlined and named. */
export function countryMap(regions: readonly Sido[], counts: Map<string, Count>): MapPicture {
  const own = regions.map((sido) => tilesOf(sido));
  const spots = labelSpots(own);
  return {
    ...frame(own.flat(), 30),
    shapes: false,
    ground: '',
    groups: regions.map((sido, i) => ({
      name: sido.name,
      outline: outlineOf(own[i]!, size),
      places: placesOf(sido, counts, false),
    })),
    labels: regions.map(({ name }, i) => ({ name, x: middle(spots[i]!.column), y: middle(spots[i]!.row) })),
  };
}

/** One 시도, its tiles so large that they carry names. */
export function sidoMap(sido: Sido, counts: Map<string, Count>): MapPicture {
  return {
    ...frame(tilesOf(sido), 64),
    shapes: false,
    ground: '',
    groups: [{ name: sido.name, outline: outlineOf(tilesOf(sido), size), places: placesOf(sido, counts, true) }],
    labels: [],
  };
}

/** The tiles of a 시도 as one reads them: by row, then by column. */
export function tilesOf({ sigungu }: Sido): Tile[] {
  return sigungu.map(({ code }) => tileOf.get(code)!).sort((a, b) => a.row - b.row || a.column - b.column);
}

export function placeOf(sido: Sido, unit: Sigungu, counts: Map<string, Count>) {
  const count = counts.get(unit.code) ?? none;
  return {
    href: `/notices/region/${sido.slug}/${unit.slug}/`,
    title: `${unit.name} ${countWords(count)}`,
    now: stepOf('now', count.open + count.upcoming),
    ever: stepOf('ever', count.all),
  };
}

/** What is written on a place. */
export function labelOf({ code, name }: Sigungu, counts: Map<string, Count>, x: number, y: number) {
  const { open, upcoming, all } = counts.get(code) ?? none;
  return { x, y, name: shortName(name), now: open + upcoming, ever: all };
}

function placesOf(sido: Sido, counts: Map<string, Count>, named: boolean): MapPlace[] {
  const side = size - gap;
  return tilesOf(sido).map(({ code, row, column }) => {
    const unit = sido.sigungu.find((each) => each.code === code)!;
    return {
      ...placeOf(sido, unit, counts),
      path: `M${column * size + gap / 2} ${row * size + gap / 2}h${side}v${side}h-${side}z`,
      label: named ? labelOf(unit, counts, middle(column), middle(row)) : null,
    };
  });
}

function middle(place: number) {
  return place * size + size / 2;
}

/** The part of the drawing that holds the tiles, each so many pixels wide. */
function frame(own: Tile[], pixels: number) {
  const [columns, rows] = [own.map(({ column }) => column), own.map(({ row }) => row)];
  const [left, top] = [Math.min(...columns), Math.min(...rows)];
  const [across, down] = [Math.max(...columns) - left + 1, Math.max(...rows) - top + 1];
  return {
    viewBox: `${left * size - gap} ${top * size - gap} ${across * size + 2 * gap} ${down * size + 2 * gap}`,
    width: across * pixels,
    height: down * pixels,
  };
}

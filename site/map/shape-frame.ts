import type { Piece } from './shape-pieces.ts';
import { areaOf, type Point } from './simplify.ts';

/** The width of a drawing in its own units; a name on it is as high as on tiles. */
export const across = 80;
/** Radius of a place without a shape. */
export const dot = 1.9;
/** What is smaller than this part of the largest piece does not widen the drawing. */
const small = 0.2;
/** What lies this many times farther out than land does on average is not drawn for its own sake. */
const far = 2.5;

/** How degrees become places on the drawing, which holds all of some size that does not lie far out at sea. */
export function frameOf(pieces: Piece[]) {
  const rings = pieces.flatMap((piece) => piece.rings);
  const largest = Math.max(...rings.map(areaOf));
  const isFar = farFrom(rings);
  const points = pieces
    .flatMap((piece) =>
      piece.rings
        .toSorted((a, b) => areaOf(b) - areaOf(a))
        .filter((ring, i) => i === 0 || areaOf(ring) >= largest * small),
    )
    .filter((ring) => !isFar(ring))
    .flat();
  const [west, north] = corner(points, (a, b) => a < b);
  const [east, south] = corner(points, (a, b) => a > b);
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = across / ((east - west) * narrow);
  const height = (north - south) * scale;
  return {
    height,
    project: ([x, y]: Point): Point => [(x - west) * narrow * scale, (north - y) * scale],
    inside: ([x, y]: Point): Point => [clamp(x, across), clamp(y, height)],
    holds: ([x, y]: Point) => x > -1 && x < across + 1 && y > -1 && y < height + 1,
  };
}

/** Tells rings that lie much farther from the middle of the land than land does on average. */
function farFrom(rings: Point[][]) {
  const land = rings.map(areaOf);
  const all = land.reduce((sum, each) => sum + each, 0);
  const mean = (of: number[]) => of.reduce((sum, each, i) => sum + each * land[i]!, 0) / all;
  const centres = rings.map(centreOf);
  const [x, y] = [mean(centres.map((centre) => centre[0])), mean(centres.map((centre) => centre[1]))];
  const away = ([otherX, otherY]: Point) => Math.hypot(otherX - x, otherY - y);
  const usual = Math.sqrt(mean(centres.map((centre) => away(centre) ** 2)));
  return (ring: Point[]) => away(centreOf(ring)) > far * usual;
}

function centreOf(ring: Point[]): Point {
  const sum = ring.reduce<Point>(([x, y], [otherX, otherY]) => [x + otherX, y + otherY], [0, 0]);
  return [sum[0] / ring.length, sum[1] / ring.length];
}

/** The farthest west and north, or east and south. */
function corner(points: Point[], farther: (a: number, b: number) => boolean): Point {
  return points.reduce(([x, y], [otherX, otherY]) => [
    farther(otherX, x) ? otherX : x,
    farther(-otherY, -y) ? otherY : y,
  ]);
}

function clamp(number: number, most: number) {
  return Math.min(Math.max(number, dot), most - dot);
}

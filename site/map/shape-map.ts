import type { Sido } from '../../content/regions.ts';
import type { Boundaries } from './boundaries.ts';
import type { Count } from './counts.ts';
import { roomIn, type Room } from './name-room.ts';
import { across, dot, frameOf } from './shape-frame.ts';
import { piecesOf } from './shape-pieces.ts';
import { areaOf, round, simplify, type Point } from './simplify.ts';
import { labelOf, placeOf, type MapPicture, type MapPlace } from './tile-map.ts';

const pixels = 560;
const tolerance = 0.15;
/** Islands below this are not drawn, in square units. */
const speck = 0.12;
/** Width and height of a letter. */
const letter = 2.7;

/**
 * A 시도 with the outlines of its 시군구. One that shares its shape with another, or lies beyond the drawing, is a dot at its
 * middle, brought in to the edge.
 * @returns null for a 시도 that the outlines leave out.
 */
export function shapeMap(boundaries: Boundaries, sido: Sido, counts: Map<string, Count>): MapPicture | null {
  const pieces = piecesOf(boundaries, sido, (line) => line);
  if (pieces.length === 0) return null;
  const frame = frameOf(pieces);
  // Borders are simplified before they are joined to rings: two neighbours keep the same.
  const drawn = piecesOf(boundaries, sido, (line) => simplify(line.map(frame.project), tolerance).map(onGrid)).map(
    ({ codes, rings }) => {
      const inside = rings.filter((ring) => areaOf(ring) > speck && ring.some(frame.holds));
      return { codes, path: inside.map(relative).join(''), room: roomIn(inside) };
    },
  );
  const places = sido.sigungu.map((unit): MapPlace => {
    const own = drawn.find(({ codes, path }) => codes.length === 1 && codes[0] === unit.code && path);
    if (own) return { ...placeOf(sido, unit, counts), path: own.path, label: named(unit, counts, own.room) };
    const [x, y] = onGrid(frame.inside(frame.project([unit.lon, unit.lat])));
    return {
      ...placeOf(sido, unit, counts),
      path: circle(x, y),
      label: labelOf(unit, counts, x, round(y + dot + 1.4)),
    };
  });
  return {
    viewBox: `-1 -1 ${across + 2} ${round(frame.height) + 2}`,
    width: pixels,
    height: Math.round((pixels * (frame.height + 2)) / (across + 2)),
    shapes: true,
    ground: drawn.map(({ codes, path }) => (codes.length > 1 ? path : '')).join(''),
    // Dots lie over what they stand in.
    groups: [{ name: sido.name, outline: '', places: places.toSorted((a, b) => Number(isDot(a)) - Number(isDot(b))) }],
    labels: [],
  };
}

function onGrid([x, y]: Point): Point {
  return [round(x), round(y)];
}

/** A ring on the grid, told by its steps. */
function relative(ring: Point[]) {
  const [[x, y], ...rest] = ring as [Point, ...Point[]];
  let at: Point = [x, y];
  const steps = rest.map(([toX, toY]) => {
    const step = `${tenth(toX - at[0])} ${tenth(toY - at[1])}`;
    at = [toX, toY];
    return step;
  });
  return `M${tenth(x)} ${tenth(y)}l${steps
    .filter((step) => step !== '0 0')
    .join(' ')
    .replaceAll(' -', '-')}z`;
}

function tenth(number: number) {
  return String(round(number)).replace(/^(-?)0\./, '$1.');
}

/** The name of a place, where there is room for it: the others say it in the table, and where a pointer rests. */
function named(unit: Sido['sigungu'][number], counts: Map<string, Count>, room: Room | null) {
  const label = room && labelOf(unit, counts, room.x, room.y);
  return label && room.across > label.name.length * letter && room.down > letter ? label : null;
}

function circle(x: number, y: number) {
  return `M${round(x - dot)} ${y}a${dot} ${dot} 0 1 0 ${2 * dot} 0a${dot} ${dot} 0 1 0-${2 * dot} 0z`;
}

function isDot({ path }: MapPlace) {
  return path.includes('a');
}

import { mergeArcs } from 'topojson-client';
import type { Sido } from '../../content/regions.ts';
import type { Boundaries } from './boundaries.ts';
import type { Point } from './simplify.ts';
import type { Topology } from './topology.ts';

/** The pieces of land of one 시군구, or of several that share them. */
export type Piece = { codes: string[]; rings: Point[][] };
type Draw = (line: Point[]) => Point[];

/** The shapes of a 시도, 일반구 of one city as one. Each border is drawn once, so that two neighbours keep the same. */
export function piecesOf({ topology, shapes }: Boundaries, sido: Sido, draw: Draw): Piece[] {
  const units = new Set(sido.sigungu.map(({ code }) => code));
  const arc = arcsOf(topology, draw);
  const own = Map.groupBy(
    shapes.filter(({ codes }) => codes.some((code) => units.has(code))),
    ({ codes }) => codes.join(),
  );
  return [...own.values()].map((parts) => {
    const merged = mergeArcs(
      topology,
      parts.map(({ geometry }) => geometry),
    );
    return {
      codes: parts[0]!.codes,
      rings: merged.arcs.flatMap((polygon) => polygon.map((ring) => ring.flatMap((index) => arc(index).slice(0, -1)))),
    };
  });
}

/** Draws the arcs of a topology as they are asked for, each once; a negative index is an arc from its end. */
function arcsOf(topology: Topology, draw: Draw) {
  const drawn = new Map<number, Point[]>();
  return (index: number) => {
    const forward = index < 0 ? ~index : index;
    const known = drawn.get(forward) ?? draw(degrees(topology, forward));
    drawn.set(forward, known);
    return index < 0 ? known.toReversed() : known;
  };
}

function degrees({ arcs, transform }: Topology, index: number): Point[] {
  const points = arcs[index]! as Point[];
  if (!transform) return points;
  let [x, y] = [0, 0];
  return points.map(([dx, dy]) => {
    [x, y] = [x + dx, y + dy];
    return [x * transform.scale[0] + transform.translate[0], y * transform.scale[1] + transform.translate[1]];
  });
}

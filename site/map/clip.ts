import type { Point } from './simplify.ts';

type Side = { inside: (point: Point) => boolean; cut: (from: Point, to: Point) => Point };

/** What of a ring lies between west, south, east and north (Sutherland and Hodgman). The ring is open, so is the answer. */
export function clip(ring: Point[], [west, south, east, north]: readonly [number, number, number, number]): Point[] {
  const sides: Side[] = [
    { inside: ([x]) => x >= west, cut: across(0, west) },
    { inside: ([x]) => x <= east, cut: across(0, east) },
    { inside: ([, y]) => y >= south, cut: across(1, south) },
    { inside: ([, y]) => y <= north, cut: across(1, north) },
  ];
  return sides.reduce(within, ring);
}

function within(ring: Point[], { inside, cut }: Side) {
  return ring.flatMap((to, i) => {
    const from = ring.at(i - 1)!;
    const crossing = inside(from) === inside(to) ? [] : [cut(from, to)];
    return inside(to) ? [...crossing, to] : crossing;
  });
}

/** Where a line meets one that runs along a degree. */
function across(axis: 0 | 1, degree: number) {
  return (from: Point, to: Point): Point => {
    const part = (degree - from[axis]) / (to[axis] - from[axis]);
    return [from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])];
  };
}

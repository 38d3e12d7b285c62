import { areaOf, round, type Point } from './simplify.ts';

export type Room = { x: number; y: number; across: number; down: number };

/** Where a name can stand: the widest stretch of the line that halves the largest ring. */
export function roomIn(rings: Point[][]): Room | null {
  const ring = rings.toSorted((a, b) => areaOf(b) - areaOf(a))[0];
  if (!ring) return null;
  const heights = ring.map(([, y]) => y);
  const [top, bottom] = [Math.min(...heights), Math.max(...heights)];
  // Between the steps of the grid, so that the line meets no corner.
  const y = round((top + bottom) / 2) + 0.05;
  const crossings = ring
    .flatMap(([fromX, fromY], i) => {
      const [toX, toY] = ring[(i + 1) % ring.length]!;
      return fromY <= y === toY <= y ? [] : [fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX)];
    })
    .sort((a, b) => a - b);
  const stretches = crossings.flatMap((from, i) => (i % 2 === 0 ? [[from, crossings[i + 1]!] as const] : []));
  const [from, to] = stretches.toSorted((a, b) => b[1] - b[0] - (a[1] - a[0]))[0]!;
  return { x: round((from + to) / 2), y: round(y), across: to - from, down: bottom - top };
}

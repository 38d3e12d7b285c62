export type Point = [x: number, y: number];

/** A line with fewer points, none farther than `tolerance` from where it was; its ends stay (Douglas and Peucker). */
export function simplify(line: Point[], tolerance: number): Point[] {
  if (line.length < 3) return line;
  const [first, last] = [line[0]!, line.at(-1)!];
  let [farthest, at] = [0, 0];
  for (let i = 1; i < line.length - 1; i++) {
    const away = distance(line[i]!, first, last);
    if (away > farthest) [farthest, at] = [away, i];
  }
  if (farthest <= tolerance) return [first, last];
  return [...simplify(line.slice(0, at + 1), tolerance).slice(0, -1), ...simplify(line.slice(at), tolerance)];
}

/** The area that a ring encloses, in square units. */
export function areaOf(ring: Point[]) {
  const twice = ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}

/** To a tenth: places on a drawing lie on a grid that fine. */
export function round(number: number) {
  return Math.round(number * 10) / 10;
}

function distance([x, y]: Point, [fromX, fromY]: Point, [toX, toY]: Point) {
  const [dx, dy] = [toX - fromX, toY - fromY];
  const length = Math.hypot(dx, dy);
  // A line that closes has its ends in one place.
  if (length === 0) return Math.hypot(x - fromX, y - fromY);
  return Math.abs(dx * (y - fromY) - dy * (x - fromX)) / length;
}

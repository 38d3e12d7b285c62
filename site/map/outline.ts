type Spot = { row: number; column: number };
type Corner = readonly [x: number, y: number];

/** The line around tiles that lie together, as the path of an SVG: a loop for each part, and for each hole in one. */
export function outlineOf(tiles: readonly Spot[], size: number) {
  const own = new Set(tiles.map(({ row, column }) => `${column},${row}`));
  const next = new Map<string, Corner[]>();
  const side = (from: Corner, to: Corner, beyond: Corner) => {
    if (!own.has(String(beyond))) next.set(String(from), [...(next.get(String(from)) ?? []), to]);
  };
  // Clockwise, so that one side ends where the next begins.
  for (const { column: x, row: y } of tiles) {
    side([x, y], [x + 1, y], [x, y - 1]);
    side([x + 1, y], [x + 1, y + 1], [x + 1, y]);
    side([x + 1, y + 1], [x, y + 1], [x, y + 1]);
    side([x, y + 1], [x, y], [x - 1, y]);
  }
  let path = '';
  for (const from of next.keys()) while (next.get(from)!.length > 0) path += loop(from, next, size);
  return path;
}

function loop(from: string, next: Map<string, Corner[]>, size: number) {
  const corners: Corner[] = [];
  let at = from;
  do {
    const corner = next.get(at)!.pop()!;
    corners.push(corner);
    at = String(corner);
  } while (at !== from);
  const [x, y] = corners.at(-1)!;
  return `M${x * size} ${y * size}${straights(corners, size)}z`;
}

/** Steps between corners, those in one direction taken together; the last one is left to `z`. */
function straights(corners: Corner[], size: number) {
  const steps: { letter: 'h' | 'v'; by: number }[] = [];
  corners.forEach(([x, y], i) => {
    const [fromX, fromY] = corners.at(i - 1)!;
    const letter = y === fromY ? 'h' : 'v';
    const last = steps.at(-1);
    if (last?.letter === letter) last.by += (letter === 'h' ? x - fromX : y - fromY) * size;
    else steps.push({ letter, by: (letter === 'h' ? x - fromX : y - fromY) * size });
  });
  return steps
    .slice(0, -1)
    .map(({ letter, by }) => letter + by)
    .join('');
}

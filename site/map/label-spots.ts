import type { Tile } from '../../content/map/tiles.ts';

/** Two names this close would touch, in tiles. */
const tooClose = { column: 1.7, row: 1 };

/** For each group of tiles the one that its name stands on: near the middle of the group, clear of other names. */
export function labelSpots(groups: Tile[][]): Tile[] {
  const spots = new Map<Tile[], Tile>();
  // Small groups have the least choice.
  for (const group of groups.toSorted((a, b) => a.length - b.length)) {
    const [row, column] = [mean(group.map((tile) => tile.row)), mean(group.map((tile) => tile.column))];
    const badness = (tile: Tile) =>
      Math.hypot(tile.row - row, tile.column - column) + 9 * [...spots.values()].filter(touches(tile)).length;
    spots.set(group, group.toSorted((a, b) => badness(a) - badness(b))[0]!);
  }
  return groups.map((group) => spots.get(group)!);
}

function touches(tile: Tile) {
  return (other: Tile) =>
    Math.abs(other.column - tile.column) < tooClose.column && Math.abs(other.row - tile.row) < tooClose.row;
}

function mean(numbers: number[]) {
  return numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}

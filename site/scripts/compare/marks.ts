import type { Cell } from './rows.ts';

const words = { lowest: '가장 낮음', highest: '가장 많음' };

/** Says in words which cell leads, where each has a number and they differ. */
export function marked(cells: Cell[], numbers: (number | null)[], best: 'lowest' | 'highest'): Cell[] {
  const known = numbers.flatMap((number) => number ?? []);
  if (known.length < cells.length || new Set(known).size < 2) return cells;
  const lead = best === 'lowest' ? Math.min(...known) : Math.max(...known);
  return cells.map((cell, i) => (numbers[i] === lead ? { ...cell, mark: words[best] } : cell));
}

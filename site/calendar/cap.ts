import type { Group } from './groups.ts';

/** Lines that a page has room for within its 14 kB. The 451 of June 2020, the fullest month there was, take 13.2. */
const most = 460;

/**
 * Shortens the groups of a month until the page has room for them, the longest first, and says in each how many it leaves out.
 */
export function capped(days: Map<string, Group[]>): Map<string, Group[]> {
  const sizes = [...days.values()].flat().map(({ lines }) => lines.length);
  let longest = Math.max(0, ...sizes);
  while (longest > 1 && sum(sizes.map((size) => Math.min(size, longest))) > most) longest -= 1;
  const shorten = (group: Group) => ({
    ...group,
    lines: group.lines.slice(0, longest),
    more: group.lines.length - Math.min(group.lines.length, longest),
  });
  return new Map([...days].map(([day, groups]) => [day, groups.map(shorten)]));
}

function sum(numbers: number[]) {
  return numbers.reduce((a, b) => a + b, 0);
}

import type { DueGroup } from './due.ts';
import { grouped } from '../words/numbers.ts';

/** Notices that are named for one instant where others are told as well. */
export const namedAtOnce = 20;

/** Groups as a page with other things on it shows them: the first of each instant, and the way to the rest of it. */
export function shownGroups(groups: DueGroup[]): DueGroup[] {
  return groups.map((group) => {
    const rest = group.items.length - namedAtOnce;
    return rest <= 0
      ? group
      : {
          ...group,
          items: group.items.slice(0, namedAtOnce),
          more: { href: dayHref(dayOf(group), 1), words: `외 ${grouped(rest)}건 모두 보기` },
        };
  });
}

/** The first instants, until `most` notices are named; and how many notices are left for later ones. */
export function firstGroups(groups: DueGroup[], most: number): { groups: DueGroup[]; left: number } {
  let named = 0;
  const end = groups.findIndex(({ items }) => (named += Math.min(items.length, namedAtOnce)) > most);
  const count = end < 0 ? groups.length : Math.max(end, 1);
  return {
    groups: groups.slice(0, count),
    left: groups.slice(count).reduce((sum, { items }) => sum + items.length, 0),
  };
}

/** The Korean day of a group. */
export function dayOf({ at }: DueGroup) {
  return at.datetime.slice(0, 10);
}

/** `/results/day/2026-11-25/`, `/results/day/2026-11-25/2/`. */
export function dayHref(day: string, number: number) {
  return number === 1 ? `/results/day/${day}/` : `/results/day/${day}/${number}/`;
}

import type { Facts } from '../../db/catalog/open.ts';
import { dueEver, type DueGroup } from './due.ts';
import { dayHref, dayOf, namedAtOnce } from './due-shown.ts';

/** A page of a day on which more becomes known at once than other pages have room for. */
export type DueDay = { day: string; number: number; groups: DueGroup[]; parts: { href: string; number: number }[] };

/** Notices on one page, so that it stays within its 14 kB. */
const partSize = 120;

/**
 * A page or several for each such day of all years. Whether there is one follows from public days and orders, never from
 * whether results exist.
 */
export function dueDays(db: Facts, asOf: Date): DueDay[] {
  const days = Map.groupBy(dueEver(db, asOf), dayOf);
  return [...days].flatMap(([day, groups]) => {
    if (groups.every(({ items }) => items.length <= namedAtOnce)) return [];
    const pages = partsOf(groups);
    const parts = pages.map((_, i) => ({ href: dayHref(day, i + 1), number: i + 1 }));
    return pages.map((own, i) => ({ day, number: i + 1, groups: own, parts }));
  });
}

/** Groups cut into pages: one that is cut goes on under the same heading. */
function partsOf(groups: DueGroup[]): DueGroup[][] {
  const rows = groups.flatMap((group) => group.items.map((item) => ({ group, item })));
  return Array.from({ length: Math.ceil(rows.length / partSize) }, (_, i) => {
    const own = Map.groupBy(rows.slice(i * partSize, (i + 1) * partSize), ({ group }) => group);
    return [...own].map(([group, its]) => ({ ...group, items: its.map(({ item }) => item) }));
  });
}

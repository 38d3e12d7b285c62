import { announcementDays, type Facet } from '../../db/catalog/lists.ts';
import type { Facts } from '../../db/catalog/open.ts';
import { monthsWords } from '../words/days.ts';

/** Notices on one page of an archive. Chosen so that the page stays within its 14 kB. */
export const partSize = 100;

/** A page of an archive: `number` from 1, the oldest notices first. */
export type Part = { number: number; months: string; notices: number };

/**
 * How the notices of a facet, of one year or of all years, divide into pages. A full part never changes again: new notices go
 * to the last one.
 */
export function partsOf(db: Facts, facet: Facet, year: string | null): Part[] {
  const days = announcementDays(db, facet, year);
  return Array.from({ length: Math.ceil(days.length / partSize) }, (_, i) => {
    const own = days.slice(i * partSize, (i + 1) * partSize);
    return { number: i + 1, months: monthsWords(own[0]!, own.at(-1)!, year ?? undefined), notices: own.length };
  });
}

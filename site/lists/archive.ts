import { noticesAsAnnounced, noticesByYear } from '../../db/catalog/lists.ts';
import type { Facts } from '../../db/catalog/open.ts';
import { allNotices, kindPages, sidoPages, sigunguPages, type FacetPage } from './facets.ts';
import { plainItem } from './notice-item.ts';
import { partSize, partsOf, type Part } from './parts.ts';
import { fullPartsOf } from './place-list.ts';
import type { Way } from './ways.ts';

/** One page of an archive. `year` is null where a 시군구's notices of all years stand together. */
export type ArchivePage = { page: FacetPage; year: string | null; part: Part; parts: Part[] };

/** Every page of every archive: each year of the country, of each 시도 and of each kind, and the full pages of each 시군구. */
export function archivePages(db: Facts): ArchivePage[] {
  const years = [allNotices, ...sidoPages, ...kindPages].flatMap((page) =>
    noticesByYear(db, page.facet).flatMap(({ year }) => pagesOf(page, year, partsOf(db, page.facet, year))),
  );
  return [...years, ...sigunguPages.flatMap((page) => pagesOf(page, null, fullPartsOf(db, page)))];
}

/** The time that a page speaks of: `2025년`, `2025년 1~3월`. */
export function archiveSpan({ year, part, parts }: ArchivePage) {
  if (year === null) return part.months;
  return parts.length > 1 ? `${year}년 ${part.months}` : `${year}년`;
}

/** `/notices/region/gyeonggi/2025/`, `…/2025/2/`; of a 시군구 `/notices/region/gyeonggi/suwon-si/1/`. */
export function archiveHref({ href }: FacetPage, year: string | null, number: number) {
  if (year === null) return `${href}${number}/`;
  return number === 1 ? `${href}${year}/` : `${href}${year}/${number}/`;
}

/** The notices of one page, in the order in which they were announced. */
export function archiveItems(db: Facts, { page, year, part }: ArchivePage) {
  const lines = noticesAsAnnounced(db, page.facet, year, partSize, (part.number - 1) * partSize);
  return lines.map((line) => plainItem(line, year ?? undefined));
}

/** The pages of a year, which its first page names all. */
export function archiveIndex({ page, year, part, parts }: ArchivePage): Way[] {
  if (part.number !== 1 || parts.length === 1) return [];
  return parts.map(({ number, months, notices }) => ({
    href: archiveHref(page, year, number),
    words: months,
    count: notices,
    current: number === part.number,
  }));
}

/** The page before and the page after. Nothing here changes when later notices come, but that there is one after. */
export function archiveNeighbours({ page, year, part, parts }: ArchivePage) {
  const link = (number: number) =>
    number >= 1 && number <= parts.length ? { href: archiveHref(page, year, number) } : null;
  return { before: link(part.number - 1), after: link(part.number + 1) };
}

function pagesOf(page: FacetPage, year: string | null, parts: Part[]): ArchivePage[] {
  return parts.map((part) => ({ page, year, part, parts }));
}

import { and, asc, desc, eq, gt, gte, lt, sql } from '../drizzle.ts';
import type { Kind } from '../kinds.ts';
import { noticeLine } from './notice-line.ts';
import type { Facts } from './open.ts';
import { firstDay, lastDay } from './receipt-window.ts';
import { notices } from './schema.ts';

/** What a list is narrowed to. Codes of places, five digits for a 시군구. */
export type Facet = { sido?: string; sigungu?: string; kind?: Kind };

/** The day by which a notice belongs to the current ones or to the past: its last receipt day, or the best known for it. */
const ends = sql<string>`coalesce(${lastDay}, ${firstDay}, ${notices.announcedOn})`;
const year = sql<string>`substr(${notices.announcedOn}, 1, 4)`;

/** Notices that have begun by `day` and those to come, in both those that close first leading. */
export function currentNotices(db: Facts, facet: Facet, day: string, limit: number) {
  return db
    .select(noticeLine)
    .from(notices)
    .where(and(within(facet), gte(ends, day)))
    .orderBy(gt(firstDay, day), ends, asc(notices.id))
    .limit(limit)
    .all();
}

/** Notices whose receipt ended before `day`, the newest first. */
export function endedNotices(db: Facts, facet: Facet, day: string, limit: number) {
  return db
    .select(noticeLine)
    .from(notices)
    .where(and(within(facet), lt(ends, day)))
    .orderBy(desc(notices.announcedOn), desc(notices.id))
    .limit(limit)
    .all();
}

/** How many notices of a facet were announced in each year, the newest year first. */
export function noticesByYear(db: Facts, facet: Facet) {
  return db
    .select({ year, notices: sql<number>`count(*)` })
    .from(notices)
    .where(within(facet))
    .groupBy(year)
    .orderBy(desc(year))
    .all();
}

/** How many notices each 시군구 of a 시도 has. */
export function noticesBySigungu(db: Facts, sido: string) {
  return db
    .select({ sigungu: notices.sigungu, notices: sql<number>`count(*)` })
    .from(notices)
    .where(eq(notices.sido, sido))
    .groupBy(notices.sigungu)
    .all();
}

/** All notices of a facet as they were announced, the oldest first; of one year, where it is given. */
export function noticesAsAnnounced(db: Facts, facet: Facet, inYear: string | null, limit: number, offset: number) {
  return db
    .select(noticeLine)
    .from(notices)
    .where(and(within(facet), announcedIn(inYear)))
    .orderBy(asc(notices.announcedOn), asc(notices.id))
    .limit(limit)
    .offset(offset)
    .all();
}

/** The days on which the notices of a facet were announced, one a notice, the oldest first. */
export function announcementDays(db: Facts, facet: Facet, inYear: string | null) {
  return db
    .select({ day: notices.announcedOn })
    .from(notices)
    .where(and(within(facet), announcedIn(inYear)))
    .orderBy(asc(notices.announcedOn), asc(notices.id))
    .all()
    .map(({ day }) => day);
}

function within({ sido, sigungu, kind }: Facet) {
  return and(
    sido === undefined ? undefined : eq(notices.sido, sido),
    sigungu === undefined ? undefined : eq(notices.sigungu, sigungu),
    kind === undefined ? undefined : eq(notices.kind, kind),
  );
}

function announcedIn(inYear: string | null) {
  return inYear === null
    ? undefined
    : and(gte(notices.announcedOn, `${inYear}-01-01`), lt(notices.announcedOn, `${Number(inYear) + 1}-01-01`));
}

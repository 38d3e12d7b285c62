import type { Facts } from '../../../db/catalog/open.ts';
import { events, notices } from '../../../db/catalog/schema.ts';
import { and, desc, eq, gte, lt, lte, notInArray, sql } from '../../../db/drizzle.ts';

const row = {
  id: events.id,
  kind: events.kind,
  noticeId: events.noticeId,
  at: events.at,
  noticeName: notices.name,
  noticeKind: notices.kind,
  sido: notices.sido,
  sigungu: notices.sigungu,
};

export type EventRow = ReturnType<typeof newestEvents>[number];

const month = sql<string>`substr(datetime(${events.at}, '+9 hours'), 1, 7)`;
/** The newest first, to the second that the feed prints; then by id. */
const newestFirst = [desc(sql`substr(${events.at}, 1, 19)`), desc(events.id)];

/** Until when events are told, and the ids of those that are not: what they tell of was taken back. */
export type Told = { asOf: Date; without: string[] };

const among = ({ asOf, without }: Told) => and(lte(events.at, asOf.toISOString()), notInArray(events.id, without));

/** The newest events from an instant on. */
export function newestEvents(db: Facts, from: Date, told: Told, limit: number) {
  return db
    .select(row)
    .from(events)
    .innerJoin(notices, eq(notices.id, events.noticeId))
    .where(and(gte(events.at, from.toISOString()), among(told)))
    .orderBy(...newestFirst)
    .limit(limit)
    .all();
}

/** What an event says without its notice. */
export type KnownEvent = ReturnType<typeof knownEvents>[number];

/** Every event until an instant, itself included, the newest first. */
export function knownEvents(db: Facts, to: Date) {
  return db
    .select({ id: events.id, kind: events.kind, noticeId: events.noticeId, at: events.at })
    .from(events)
    .where(lte(events.at, to.toISOString()))
    .orderBy(...newestFirst)
    .all();
}

/** Events from an instant until before another. */
export function eventsBetween(db: Facts, from: Date, until: Date, told: Told) {
  return db
    .select(row)
    .from(events)
    .innerJoin(notices, eq(notices.id, events.noticeId))
    .where(and(gte(events.at, from.toISOString()), lt(events.at, until.toISOString()), among(told)))
    .orderBy(...newestFirst)
    .all();
}

/** Korean months with an event, the newest first. */
export function eventMonths(db: Facts, told: Told) {
  return db
    .selectDistinct({ month })
    .from(events)
    .where(among(told))
    .orderBy(desc(month))
    .all()
    .map((each) => each.month);
}

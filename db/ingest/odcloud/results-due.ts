import { hoursOf } from '../../catalog/hours.ts';
import type { Facts } from '../../catalog/open.ts';
import { publication } from '../../catalog/publication.ts';
import { notices, resultAsks } from '../../catalog/schema.ts';
import { and, eq, gte, inArray } from '../../drizzle.ts';
import type { ResultOperation } from '../operations.ts';
import { isDue } from './due.ts';

/** Operations for results of notices that were just seen, those announced since a day. */
export type Seen = { since: string; results: readonly ResultOperation[] };
type DueResult = { operation: ResultOperation; noticeId: string };

/**
 * The results to ask for now: first those that nobody has asked for, then those that were asked for longest ago, each time the
 * newest first. Where the day's calls do not reach, the next day goes on with the others.
 * @param now the instant by which the intake of the run judges: rows that became public later it would drop.
 */
export function resultsDue({ db, now }: { db: Facts; now: Date }, seen: Seen[]): DueResult[] {
  return seen
    .flatMap(({ since, results }) => results.flatMap((operation) => dueOf(db, operation, since, now)))
    .sort((a, b) => compare(a.askedAt, b.askedAt) || compare(b.instant, a.instant) || compare(a.noticeId, b.noticeId));
}

function dueOf(db: Facts, operation: ResultOperation, since: string, now: Date) {
  const hours = hoursOf(db);
  const asks = db.select().from(resultAsks).where(eq(resultAsks.operation, operation.name)).all();
  const asked = new Map(asks.map((ask) => [ask.noticeId, ask]));
  return db
    .select()
    .from(notices)
    .where(and(inArray(notices.kind, operation.kinds), gte(notices.announcedOn, since)))
    .all()
    .map((notice) => ({ noticeId: notice.id, instant: publication(notice, operation.holds, hours) }))
    .filter(({ noticeId, instant }) => isDue(instant, asked.get(noticeId), now))
    .map(({ noticeId, instant }) => ({
      operation,
      noticeId,
      askedAt: asked.get(noticeId)?.askedAt ?? '',
      instant: instant?.toISOString() ?? '',
    }));
}

function compare(a: string, b: string) {
  return a < b ? -1 : a > b ? 1 : 0;
}

import { and, asc, gte, isNull, lt, or, sql } from '../drizzle.ts';
import type { Facts } from './open.ts';
import { prepared } from './prepared.ts';
import { publications } from './schema.ts';

const now = sql.placeholder('now');

const late = prepared((db) =>
  db
    .select({ at: publications.at })
    .from(publications)
    .where(and(lt(publications.lateAt, now), or(isNull(publications.flippedAt), gte(publications.flippedAt, now))))
    .orderBy(asc(publications.at))
    .prepare(),
);

/** Publication instants that a check held back before `asOf` and that were not published by then, the earliest first. */
export function lateInstants(db: Facts, asOf: Date) {
  const rows = late(db).all({ now: asOf.toISOString() });
  return rows.map(({ at }) => new Date(at));
}

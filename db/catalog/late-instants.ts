import { and, asc, gte, isNull, lt, or } from 'drizzle-orm';
import type { Facts } from './open.ts';
import { publications } from './schema.ts';

/** Publication instants that a check held back before `asOf` and that were not published by then, the earliest first. */
export function lateInstants(db: Facts, asOf: Date) {
  const now = asOf.toISOString();
  return db
    .select({ at: publications.at })
    .from(publications)
    .where(and(lt(publications.lateAt, now), or(isNull(publications.flippedAt), gte(publications.flippedAt, now))))
    .orderBy(asc(publications.at))
    .all()
    .map(({ at }) => new Date(at));
}

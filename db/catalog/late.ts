import { and, eq, gte, isNull, lt, or } from 'drizzle-orm';
import type { Facts } from './open.ts';
import { publications } from './schema.ts';

/** True when a check held the publication of an instant back, and it was still held back at `asOf`. */
export function isLate(db: Facts, instant: Date, asOf: Date) {
  const late = db
    .select({ at: publications.at })
    .from(publications)
    .where(
      and(
        eq(publications.at, instant.toISOString()),
        lt(publications.lateAt, asOf.toISOString()),
        or(isNull(publications.flippedAt), gte(publications.flippedAt, asOf.toISOString())),
      ),
    )
    .get();
  return late !== undefined;
}

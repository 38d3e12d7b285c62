import { asc, gte, isNotNull, or } from '../drizzle.ts';
import { noticeLine } from './notice-line.ts';
import type { Facts } from './open.ts';
import { notices } from './schema.ts';

/** Notices whose winners' day is `day` or after it, and those whose scores an operator has moved. */
export function noticesWithWinnersFrom(db: Facts, day: string) {
  return db
    .select(noticeLine)
    .from(notices)
    .where(or(gte(notices.winnersOn, day), isNotNull(notices.scoreMovedTo)))
    .orderBy(asc(notices.id))
    .all();
}

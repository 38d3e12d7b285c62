import { count } from '../drizzle.ts';
import type { Facts } from './open.ts';
import { notices } from './schema.ts';

/** How many notices of each kind there are; a kind that has none is left out. */
export function noticesByKind(db: Facts) {
  return db.select({ kind: notices.kind, notices: count() }).from(notices).groupBy(notices.kind).all();
}

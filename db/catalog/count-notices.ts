import { count } from '../drizzle.ts';
import type { Facts } from './open.ts';
import { notices } from './schema.ts';

/** How many notices there are. */
export function countNotices(db: Facts) {
  return db.select({ count: count() }).from(notices).get()?.count ?? 0;
}

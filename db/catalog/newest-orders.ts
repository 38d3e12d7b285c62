import { desc, eq } from '../drizzle.ts';
import type { Facts } from './open.ts';
import { notices, publicationOrders } from './schema.ts';

/**
 * What the operator ordered of publications, the newest first, each with the name of the notice that it is about: null where
 * it is about a day, or the catalog does not know the notice.
 */
export function newestOrders(db: Facts) {
  return db
    .select({ order: publicationOrders, name: notices.name })
    .from(publicationOrders)
    .leftJoin(notices, eq(notices.id, publicationOrders.noticeId))
    .orderBy(desc(publicationOrders.line))
    .all();
}

import type { Facts } from '../catalog/open.ts';
import { noOrders, type Ordered } from '../catalog/publication.ts';
import { lastOfficialDay } from '../catalog/receipt-window.ts';
import { notices, publicationOrders, type Notice, type PublicationOrderRow } from '../catalog/schema.ts';
import { asc, eq, inArray, isNotNull, or } from '../drizzle.ts';
import { orderedOf } from './ordered-of.ts';

/**
 * Applies the orders that the catalog knows to all notices, or to some that have just come or changed.
 * @returns true when something changed.
 */
export function applyOrders(db: Facts, ids?: string[]) {
  const orders = ordersIn(db);
  const concerned = ids
    ? db.select().from(notices).where(inArray(notices.id, ids)).all()
    : [...db.select().from(notices).where(isOrdered).all(), ...noticesOf(db, orders)];
  const changed = concerned
    .map((notice) => ({ notice, ordered: orderedOf(notice, orders) }))
    .filter(({ notice, ordered }) => columns.some((column) => notice[column] !== ordered[column]));
  for (const { notice, ordered } of changed) db.update(notices).set(ordered).where(eq(notices.id, notice.id)).run();
  return changed.length > 0;
}

/** The orders that the catalog knows, in the order in which they were given. */
export function ordersIn(db: Facts) {
  return db.select().from(publicationOrders).orderBy(asc(publicationOrders.line)).all();
}

/** True for a notice that an order has changed. */
export const isOrdered = or(
  eq(notices.held, true),
  isNotNull(notices.competitionMovedTo),
  isNotNull(notices.scoreMovedTo),
  isNotNull(notices.extendedTo),
);

const columns = Object.keys(noOrders) as (keyof Ordered)[];

/** Notices that an order is about. */
export function noticesOf(db: Facts, orders: PublicationOrderRow[]): Notice[] {
  const ids = orders.flatMap(({ noticeId }) => noticeId ?? []);
  const days = orders.flatMap(({ closingOn }) => closingOn ?? []);
  if (ids.length + days.length === 0) return [];
  return db
    .select()
    .from(notices)
    .where(or(inArray(notices.id, ids), inArray(lastOfficialDay, days)))
    .all();
}

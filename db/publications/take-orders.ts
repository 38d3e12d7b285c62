import { statSync } from 'node:fs';
import type { Facts } from '../catalog/open.ts';
import { publicationOrders, type PublicationOrderRow } from '../catalog/schema.ts';
import { applyOrders, ordersIn } from './apply-orders.ts';
import { rowsOf, type PublicationOrder } from './order.ts';
import { readOrders, recordIn } from './record.ts';

/**
 * Takes what the operator has decided by now into the catalog. It costs next to nothing while the record stays as it
 * is, so ask often.
 * @returns true when something changed.
 * @throws a sentence when a line of the record is no order, or when orders are gone from it that the catalog knows: then
 * nothing may be published.
 */
export function syncOrders(db: Facts, dataDir: string) {
  const state = stateOf(recordIn(dataDir));
  if (taken.get(db) === state) return false;
  const orders = readOrders(dataDir);
  if (!goesOn(ordersIn(db), rowsOf(orders)))
    throw new Error(
      `${recordIn(dataDir)} lacks orders that were taken from it, or says them differently. Put it back from a backup; until then nothing is published.`,
    );
  const changed = takeOrders(db, orders);
  taken.set(db, state);
  return changed;
}

/**
 * Takes the orders of the record into the catalog and applies them. Running it twice changes nothing; a notice that no order
 * is about any more loses what it had.
 * @param orders all of them, in the order in which they were given.
 * @returns true when something changed.
 */
export function takeOrders(db: Facts, orders: PublicationOrder[]) {
  return db.transaction(
    () => {
      const mirrored = mirror(db, rowsOf(orders));
      return applyOrders(db) || mirrored;
    },
    { behavior: 'immediate' },
  );
}

const taken = new WeakMap<Facts, string>();

/** True when the record still begins with what is known of it: nothing of it is ever removed or changed. */
function goesOn(known: PublicationOrderRow[], orders: PublicationOrderRow[]) {
  return JSON.stringify(orders.slice(0, known.length)) === JSON.stringify(known);
}

function mirror(db: Facts, orders: PublicationOrderRow[]) {
  if (JSON.stringify(ordersIn(db)) === JSON.stringify(orders)) return false;
  db.delete(publicationOrders).run();
  for (const order of orders) db.insert(publicationOrders).values(order).run();
  return true;
}

/** Differs after every write to a file. */
function stateOf(path: string) {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat ? `${stat.ino} ${stat.size} ${stat.mtimeMs}` : 'none';
}

import { isNotNull } from '../drizzle.ts';
import type { Facts } from './open.ts';
import { extensionOf } from './publication.ts';
import { notices } from './schema.ts';

/** The instants at which receipts close that an operator has extended. */
export function extendedClosings(db: Facts): Date[] {
  return db
    .select()
    .from(notices)
    .where(isNotNull(notices.extendedTo))
    .all()
    .map(extensionOf)
    .filter((instant) => instant !== null);
}

import { lateInstants } from '../../db/catalog/late-instants.ts';
import type { Facts } from '../../db/catalog/open.ts';
import { atInstant, type When } from '../words/days.ts';

/** The instants whose publication is held back by a check at `asOf`, the earliest first. */
export function lateNow(db: Facts, asOf: Date): When[] {
  return lateInstants(db, asOf).map((instant) => atInstant(instant));
}

import { lateInstants } from './late-instants.ts';
import type { Facts } from './open.ts';

/** True when a check held the publication of an instant back, and it was still held back at `asOf`. */
export function isLate(db: Facts, instant: Date, asOf: Date) {
  return lateInstants(db, asOf).some((late) => late.getTime() === instant.getTime());
}

import { refreshDay } from './refresh.ts';

type Ask = { askedAt: string; rows: number };

const day = 86_400_000;
/** Rows change for some days after they appear. */
const settledAfter = 14 * day;
/** Some notices never get rows of an operation: nobody applied, or the kind of supply does not exist there. */
export const givenUpAfter = 30 * day;

/**
 * Whether results are to be asked for now: never before their instant, at most once for each refresh of the API, until they are settled or
 * given up. What was never asked since the instant is always due.
 * @param instant of the notice and operation; null for held.
 */
export function isDue(instant: Date | null, asked: Ask | undefined, now: Date) {
  if (instant === null || instant > now) return false;
  if (!asked || new Date(asked.askedAt) < instant) return true;
  if (refreshDay(new Date(asked.askedAt)) === refreshDay(now)) return false;
  const age = now.getTime() - instant.getTime();
  return age <= (asked.rows > 0 ? settledAfter : givenUpAfter);
}

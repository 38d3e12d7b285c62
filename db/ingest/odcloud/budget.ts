import type { Facts } from '../../catalog/open.ts';
import { apiCalls } from '../../catalog/schema.ts';
import { koreanDay, type Clock } from '../../clock.ts';
import { lt, sql } from '../../drizzle.ts';
import { Fault } from './fault.ts';

/**
 * Counts a call before it goes out, so that a killed run has counted it too.
 * @throws when the Korean day's calls are spent.
 */
export function spendCall(db: Facts, clock: Clock, dailyCalls: number) {
  const counted = db
    .insert(apiCalls)
    .values({ on: koreanDay(clock.now()), calls: 1 })
    .onConflictDoUpdate({
      target: apiCalls.on,
      set: { calls: sql`${apiCalls.calls} + 1` },
      setWhere: lt(apiCalls.calls, dailyCalls),
    })
    .returning()
    .all();
  if (counted.length === 0)
    throw new Fault(
      'run',
      `The ${dailyCalls.toLocaleString('en')} calls of today (Korean time) to the open API are spent. What was taken stays: ` +
        'run "npm run ingest" again tomorrow, or raise ODCLOUD_DAILY_CALLS.',
    );
}

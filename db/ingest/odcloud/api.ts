import type { Facts } from '../../catalog/open.ts';
import type { Clock } from '../../clock.ts';
import type { Settings } from '../../settings.ts';
import type { Operation } from '../operations.ts';
import { answerTo } from './answer.ts';
import { spendCall } from './budget.ts';
import type { Pace } from './pace.ts';
import { patiently } from './patience.ts';
import { perPage, requestFor, type Conditions } from './request.ts';

/** `matchCount` is how many rows meet the conditions, on all pages together. */
export type Page = { number: number; rows: unknown[]; matchCount: number; pages: number };
export type Api = {
  /** One page, 1 is the first. @throws Fault when it is not to be had. */
  page(operation: Operation, conditions: Conditions, number: number): Promise<Page>;
};

/** The open API, asked politely: one call at a time, each counted before it goes out. */
export function openApi(
  settings: Settings,
  key: string,
  db: Facts,
  clock: Clock,
  pace: Pace,
  tell: (line: string) => void,
): Api {
  return {
    async page(operation, conditions, number) {
      const answer = await patiently(pace, operation.name, tell, async () => {
        if (pace.gap > 0) await pace.sleep(pace.gap);
        spendCall(db, clock, settings.ODCLOUD_DAILY_CALLS);
        return answerTo(requestFor(settings, key, operation, conditions, number), pace);
      });
      const { rows, matchCount } = answer;
      return { number, rows, matchCount, pages: Math.ceil(matchCount / (answer.perPage ?? perPage)) };
    },
  };
}

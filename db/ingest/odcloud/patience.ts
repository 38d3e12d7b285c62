import { Fault } from './fault.ts';
import type { Pace } from './pace.ts';

/**
 * Tries until an attempt succeeds or fails for good. Pauses double from try to try, without jitter: there is one client, and it
 * makes one call at a time.
 * @param name the operation, for the sentence that the operator gets.
 * @param tell hears of every try that failed.
 */
export async function patiently<T>(
  pace: Pace,
  name: string,
  tell: (line: string) => void,
  attempt: () => Promise<T>,
): Promise<T> {
  for (let tried = 1; ; tried += 1)
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      if (error.reach === 'operation') throw new Fault('operation', `${name}: ${error.message}`);
      if (error.reach === 'run') throw error;
      if (tried >= pace.tries)
        throw new Fault(
          'operation',
          `${name} brought no rows in ${tried} tries; what came last: ${error.message}. What was taken stays: ` +
            'run "npm run ingest" again later.',
        );
      const pause = Math.min(error.retryAfter ?? pace.firstPause * 2 ** (tried - 1), pace.longestPause);
      tell(`${name}: ${error.message}, again in ${Math.ceil(pause / 1000)} s`);
      await pace.sleep(pause);
    }
}

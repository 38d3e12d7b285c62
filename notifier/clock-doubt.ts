import type { Clock } from '../db/clock.ts';
import type { SteadyClock } from '../db/steady-clock.ts';

/** True while nothing should go out, end or be removed because of what time it is. */
export type ClockDoubt = () => boolean;

/** Milliseconds: how far a clock may be corrected unnoticed, and for how long one is doubted that was set forward by more. */
const patience = { step: 60_000, doubt: 600_000 };

/**
 * Doubts a clock that was set forward while we ran. What a wrong hour ends or lets out cannot be brought back; what it holds back only
 * waits. A clock that is set back again within ten minutes is believed at once, another after them. One that was set back holds
 * things back by itself.
 * @param say hears when doubt begins and ends.
 */
export function clockDoubt(clock: Clock, steady: SteadyClock, say: (line: string) => void): ClockDoubt {
  const ahead = () => clock.now().getTime() - steady.elapsed();
  let believed = ahead();
  let since: number | null = null;
  return () => {
    const step = ahead() - believed;
    if (step <= patience.step) {
      if (since !== null) say('The clock is where it was before, and is believed again.');
      since = null;
      believed += step;
      return false;
    }
    if (since === null) {
      since = steady.elapsed();
      say(
        `The clock was set forward by ${Math.round(step / 1000)} s. If that is right, alerts go on in ten minutes; if not, set it right ` +
          'and they go on at once.',
      );
    }
    if (steady.elapsed() - since < patience.doubt) return true;
    say('The clock has stayed as it was set, and is believed from now on.');
    since = null;
    believed += step;
    return false;
  };
}

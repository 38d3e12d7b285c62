import type { Clock } from '../../db/clock.ts';
import type { SteadyClock } from '../../db/steady-clock.ts';
import { doubtOf, seconds } from './second-clocks.ts';

/** Both answer null while the wall clock may be trusted, else a sentence for the operator. */
export type ClockWatch = {
  /** Was the clock set while we ran? Cheap: asked many times a second. */
  step(): string | null;
  /**
   * Do the second clocks agree, every one of them? If so, a step found before is forgiven. Without any, the answer of `step`.
   * @throws the signal's reason when it is aborted.
   */
  agree(signal?: AbortSignal): Promise<string | null>;
};

type Watched = { clock: Clock; steady: SteadyClock; sources: string[] };

const tolerance = 1000;
/** Of elapsed time. NTP slews a clock by up to 0.0005 of it, adjtime(2) by 0.005. */
const fastestSlew = 0.005;

/** Watches over the wall clock from now on, by a steady clock and by the second clocks in `sources` (as in CLOCK_SOURCES). */
export function watchClock({ clock, steady, sources }: Watched): ClockWatch {
  const lead = () => clock.now().getTime() - steady.elapsed();
  let trusted = lead();
  let lookedAt = steady.elapsed();

  function step() {
    const lookingAt = steady.elapsed();
    const slew = (lookingAt - lookedAt) * fastestSlew;
    lookedAt = lookingAt;
    const moved = lead() - trusted;
    // Kept where it was: a clock that comes back is trusted again.
    if (Math.abs(moved) > tolerance) return stepped(moved, sources.length > 0);
    // Follows a slewed clock, and no faster: many small steps are one large step.
    trusted += Math.max(-slew, Math.min(moved, slew));
    return null;
  }

  async function agree(signal?: AbortSignal) {
    const asked = lead();
    const doubts = await Promise.all(sources.map((source) => doubtOf(source, clock, signal)));
    const words = doubts.filter((doubt) => doubt !== null);
    if (words.length > 0) return words.join(' ');
    // What they agreed with is the clock as it was when they were asked.
    if (sources.length > 0) trusted = asked;
    return step();
  }

  return { step, agree };
}

function stepped(moved: number, hasSources: boolean) {
  const happened = `This machine's clock was set ${seconds(moved)} ${moved > 0 ? 'forward' : 'back'} while the publisher ran.`;
  const next = hasSources
    ? 'the publisher goes on as soon as its CLOCK_SOURCES agree'
    : 'name second clocks in CLOCK_SOURCES or restart the publisher';
  return `${happened} Put it right; if it is right now, ${next}.`;
}

import { parseInstant, type Clock } from '../../db/clock.ts';

/** Stands still at ten in the morning of a Monday, or at another instant, unless a test moves it. */
export function movedClock(start = '2026-11-23T10:00:00+09:00') {
  let at = parseInstant(start);
  const clock = {
    now: () => at,
    set: (instant: Date) => void (at = instant),
    /** Seconds; below zero it is set back. */
    pass: (seconds: number) => clock.set(clock.in(seconds)),
    in: (seconds: number) => new Date(at.getTime() + seconds * 1000),
  };
  return clock satisfies Clock;
}

export type MovedClock = ReturnType<typeof movedClock>;

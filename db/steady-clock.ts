import { uptime } from 'node:os';

/** Milliseconds since some fixed point. It goes on while the machine sleeps, and nobody can set it. */
export type SteadyClock = { elapsed(): number };

/**
 * Linux counts its uptime through sleep, in hundredths of a second; `performance.now()` stands still there. On macOS and
 * Windows `performance.now()` counts through sleep, while macOS reckons its uptime from the clock that can be set. On any other
 * system a sleep looks as if the wall clock had been set forward. A virtual machine that was paused has all its clocks behind
 * alike: only a second clock can tell.
 */
export const steadyClock: SteadyClock = {
  elapsed: process.platform === 'linux' ? () => uptime() * 1000 : () => performance.now(),
};

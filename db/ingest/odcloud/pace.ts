import { setTimeout } from 'node:timers/promises';

/** How hard the client may knock, in milliseconds and bytes. */
export type Pace = {
  /** Pause before each call. */
  gap: number;
  /** From asking to the last byte of the answer. */
  timeout: number;
  tries: number;
  /** Pause after a first failed try; each further one is twice as long. */
  firstPause: number;
  /** The longest that a `Retry-After` is obeyed. */
  longestPause: number;
  largestAnswer: number;
  sleep(milliseconds: number): Promise<unknown>;
};

/**
 * Calls go out one after the other. An answer takes about 130 ms (DOMAIN §1.2), so a gap of 100 ms makes four or five calls a
 * second: a full run of some 110 calls is done in half a minute, and no limit that anybody reports comes near.
 */
export const usualPace: Pace = {
  gap: 100,
  timeout: 20_000,
  tries: 5,
  firstPause: 1_000,
  longestPause: 60_000,
  largestAnswer: 64 << 20,
  sleep: setTimeout,
};

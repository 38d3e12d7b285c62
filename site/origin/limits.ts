/** What one reader may cost the others. Times in milliseconds, sizes in bytes. */
export type Limits = {
  /** From the first byte of a request to the end of its headers. */
  headers: number;
  /** From the first byte of a request to its last. */
  request: number;
  /** How long a connection without a request stays open: longer than a CDN keeps its own, so that the CDN closes first. */
  idle: number;
  /** A reader that takes nothing for so long is cut off. */
  stalled: number;
  /** What an answer under way may still take when the origin stops. */
  goodbye: number;
  headerBytes: number;
  urlBytes: number;
  connections: number;
  /** Answers that wait on one connection for a reader to take the one before. */
  waitingAnswers: number;
  /** Bodies kept in memory, all together. */
  hotBytes: number;
  /** The largest file that is kept; a larger one is streamed from the disk. */
  hotFileBytes: number;
  /** Requests that the notifier has in hand at once, of those for who leaves alone, and for one network (/24, /48). */
  forwards: number;
  forwardsKept: number;
  forwardsEach: number;
  /** Requests that wait for such a place, in all and of one network, and how long they do. */
  forwardsWaiting: number;
  forwardsWaitingEach: number;
  forwardsPatience: number;
  /** Forms that are being read at once, in all and of one network: the one that takes longest gives way. */
  forwardsRead: number;
  forwardsReadEach: number;
  /** How long the notifier may take to answer. */
  forwardTime: number;
  /** The largest form, and what of an answer is taken in before its reader has. */
  forwardBytes: number;
  forwardedBytes: number;
};

export const defaultLimits: Limits = {
  headers: 10_000,
  request: 15_000,
  idle: 65_000,
  stalled: 30_000,
  goodbye: 5_000,
  headerBytes: 16 * 1024,
  urlBytes: 4 * 1024,
  connections: 10_000,
  waitingAnswers: 100,
  hotBytes: 128 * 1024 * 1024,
  hotFileBytes: 1024 * 1024,
  // The notifier answers most in a quarter of a second: one network gets 64 answers a second, all together 250.
  forwards: 64,
  forwardsKept: 8,
  forwardsEach: 16,
  forwardsWaiting: 512,
  forwardsWaitingEach: 64,
  forwardsPatience: 3_000,
  forwardsRead: 1_000,
  forwardsReadEach: 100,
  forwardTime: 10_000,
  forwardBytes: 16 * 1024,
  forwardedBytes: 256 * 1024,
};

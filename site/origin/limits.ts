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
  /** Requests that the notifier has in hand at once, and those whose forms are being read. */
  forwards: number;
  forwardsRead: number;
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
  forwards: 64,
  forwardsRead: 1_000,
  forwardTime: 10_000,
  forwardBytes: 16 * 1024,
  forwardedBytes: 256 * 1024,
};

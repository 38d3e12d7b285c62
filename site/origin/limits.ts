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
};

/** How a poll went, as far as the next one is concerned. */
export type Went = {
  /** Polls in a row that did not reach the site, this one included. */
  failures: number;
  /** Publication instants that the schedule names. */
  instants: Date[];
};

/** Milliseconds. An answer without news is a 304 of some hundred bytes. */
const pace = { usual: 5_000, hot: 1_000, hotFor: 180_000, most: 60_000 };

/**
 * Milliseconds until the next poll. Each second for three minutes from a publication instant on, so that news of results is told within
 * seconds; every five otherwise; ever more seldom while the site does not answer, up to a minute. A fifth more or less by chance, so
 * that notifiers do not ask in step.
 * @param random from 0 up to 1.
 */
export function nextWait({ failures, instants }: Went, now: Date, random: number) {
  const jitter = 0.8 + random * 0.4;
  if (failures > 0) return Math.min(pace.most, pace.usual * 2 ** (failures - 1)) * jitter;
  const since = instants.map((instant) => now.getTime() - instant.getTime());
  const wait = (since.some((ms) => ms >= 0 && ms < pace.hotFor) ? pace.hot : pace.usual) * jitter;
  const toNext = since.reduce((least, ms) => (ms < 0 && -ms < least ? -ms : least), Number.POSITIVE_INFINITY);
  return Math.min(wait, toNext + pace.hot * random * 0.5);
}

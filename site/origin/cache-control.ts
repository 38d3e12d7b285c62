/** What the keeping of an answer follows from, besides its path. Times in milliseconds since 1970. */
export type Countdown = {
  now: number;
  /** When what the path says may change, sorted. */
  instants: readonly number[];
  /** The instant that the release speaks of, and when the origin began to serve it. */
  asOf: number;
  servedAt: number;
};

/** The few headers there are, by their seconds: text made anew for each request costs Node a tenth of its answer. */
const written: string[][] = [];

/**
 * Seconds. `hasty` is the rule from an instant until `settling` after the release that follows it; but for the first moments,
 * when that release is about to come: an old page that a cache fetched then would outlive the flip.
 */
const usual = { fresh: 60, stale: 30 };
const hasty = { fresh: 5, stale: 0 };
const settling = 180;
const expecting = { fresh: 0, stale: 0 };
const moments = 3;

/**
 * How long browsers and CDNs may keep an answer that a page stands behind (DESIGN §7). Nothing is kept past the next instant
 * at which the path may say something else: at that second every cache asks anew, and nobody has to purge.
 */
export function cacheControl(path: string, countdown: Countdown) {
  // Astro puts a digest of the content into these names: other bytes get another name.
  if (path.startsWith('/_astro/')) return forEver;
  const { now, instants } = countdown;
  const next = countUntil(instants, now);
  const left = next < instants.length ? Math.floor((instants[next]! - now) / 1000) : Infinity;
  const last = instants[next - 1];
  const longest = isExpected(countdown, last) ? expecting : isSettled(countdown, last) ? usual : hasty;
  const fresh = Math.min(longest.fresh, left);
  return kept(fresh, Math.min(longest.stale, left - fresh));
}

/** The same for a page that is not there yet and for one that never will be, at any time; nothing else that failed is kept. */
export function refusalControl(status: number) {
  return status === 404 ? 'public, max-age=0, s-maxage=5' : 'no-store';
}

/** For a server that cannot count: as if an instant had just passed. */
export const withoutCounting = kept(hasty.fresh, hasty.stale);

export const forEver = 'public, max-age=31536000, immutable';

function kept(fresh: number, stale: number) {
  const known = written[stale]?.[fresh];
  if (known !== undefined) return known;
  const whileAsking = stale > 0 ? `, stale-while-revalidate=${stale}` : '';
  return ((written[stale] ??= [])[fresh] = `public, max-age=0, s-maxage=${fresh}${whileAsking}, stale-if-error=86400`);
}

/** True unless an instant has passed that the release does not know of yet, or has only just answered. */
function isSettled({ now, asOf, servedAt }: Countdown, last: number | undefined) {
  return last === undefined || (last <= asOf && now - servedAt >= settling * 1000);
}

/** True in the first moments after an instant that the release does not speak of. */
function isExpected({ now, asOf }: Countdown, last: number | undefined) {
  return last !== undefined && last > asOf && now - last < moments * 1000;
}

/** How many of the instants have come by `now`. */
function countUntil(instants: readonly number[], now: number) {
  let low = 0;
  let high = instants.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (instants[middle]! <= now) low = middle + 1;
    else high = middle;
  }
  return low;
}

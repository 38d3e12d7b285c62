import { offsetsOf, type Offsets } from './offsets.ts';
import type { Tier } from './tiers.ts';
import type { Versions } from './versions.ts';
import type { Seen } from './watch-tiers.ts';

/** All old pages are gone by then, in milliseconds after the instant. */
const bound = 2_000;

/** Prints what readers of a tier got, and returns what holds for it. Only what we advise must keep the whole promise. */
export function report(tier: Tier, seen: Seen, versions: Map<string, Versions>, at: number): [string, boolean][] {
  const busy = offsetsOf(seen.busy, versions, at);
  const quiet = offsetsOf(seen.quiet, versions, at);
  const [before, after] = seen.load.map(({ rate }) => Math.round(rate).toLocaleString('en'));
  const errors = [busy, quiet, ...seen.load].reduce((sum, each) => sum + each.errors, 0);
  const torn = busy.torn + quiet.torn;
  console.log(`${tier.name}: ${(busy.answers + quiet.answers).toLocaleString('en')} answers read, load ${before} → ${after} requests/s
  first new byte ${offset(busy.firstNewByte)}, last old byte ${offset(busy.lastOldByte)}, errors ${errors}, torn ${torn}; ${oldness(quiet)}`);

  const early: [string, boolean] = [`${tier.name}: no new byte before T`, [busy, quiet].every(isInTime)];
  if (!tier.judged) return [early];
  return [
    early,
    [`${tier.name}: new bytes came`, busy.firstNewByte !== null && quiet.firstNewByte !== null],
    [
      `${tier.name}: all is new by T+${bound / 1000} s`,
      [busy, quiet].every(({ lastOldByte }) => (lastOldByte ?? 0) <= bound),
    ],
    [`${tier.name}: no errors, those of wrk included`, errors === 0],
    [`${tier.name}: no torn page`, torn === 0],
  ];
}

function isInTime({ firstNewByte }: Offsets) {
  return firstNewByte === null || firstNewByte >= 0;
}

function oldness({ lastOldByte }: Offsets) {
  return `a page that nobody asked for meanwhile is ${lastOldByte === null ? 'new at once' : `old until ${offset(lastOldByte)}`}`;
}

function offset(time: number | null) {
  return time === null ? 'never' : `T${time < 0 ? '−' : '+'}${(Math.abs(time) / 1000).toFixed(2)} s`;
}

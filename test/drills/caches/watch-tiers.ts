import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '../../../db/clock.ts';
import { load, type Loaded } from './load.ts';
import { ask, probe, type Answer, type Failure } from './probe.ts';
import type { Tier } from './tiers.ts';

/** What the readers of a tier got around an instant. */
export type Seen = {
  /** The load before its step and after. */
  load: [Loaded, Loaded];
  busy: (Answer | Failure)[];
  /** A page that was asked for long before the instant and then not until after it. */
  quiet: (Answer | Failure)[];
};

export type Watch = {
  at: Date;
  paths: string[];
  quietPath: string;
  /** Folder for the scripts of the load. */
  room: string;
  signal: AbortSignal;
};

/** In seconds after the instant. Before Varnish, nginx finds an Age of 11 s. */
const times = { firstReaders: -20, load: -9, step: -1, probes: -5, quietAgain: 1, end: 13 };
const rhythm = 20;

/** Connections of wrk before the step. The others get less: all share this machine, and only one is judged. */
const readers = { judged: 40, shown: 10 };

/** Reads through all tiers at once, with ten times the load from the second before the instant on. */
export async function watchTiers(tiers: Tier[], watch: Watch): Promise<Seen[]> {
  await until(times.firstReaders, watch);
  for (const { url, early } of tiers)
    for (const path of early ? [watch.quietPath, ...watch.paths] : [watch.quietPath]) await ask(url, path);
  return Promise.all(
    tiers.map(async (tier) => {
      const [loads, busy, quiet] = await Promise.all([
        loadStep(tier, watch),
        busyPages(tier, watch),
        quietPage(tier, watch),
      ]);
      return { load: loads, busy, quiet };
    }),
  );
}

async function loadStep({ url, judged }: Tier, watch: Watch): Promise<Seen['load']> {
  const connections = judged ? readers.judged : readers.shown;
  await until(times.load, watch);
  const before = await load(url, { ...watch, connections, seconds: times.step - times.load });
  const after = await load(url, { ...watch, connections: 10 * connections, seconds: 6 });
  return [before, after];
}

async function busyPages({ url }: Tier, watch: Watch) {
  await until(times.probes, watch);
  const questions = { until: instant(times.end, watch), rhythm, signal: watch.signal };
  return (await Promise.all(watch.paths.map((path) => probe(url, path, questions)))).flat();
}

async function quietPage({ url }: Tier, watch: Watch) {
  await until(times.quietAgain, watch);
  return probe(url, watch.quietPath, { until: instant(times.end, watch), rhythm: 200, signal: watch.signal });
}

/** @throws when that is over: what is read late says nothing. */
async function until(seconds: number, watch: Watch) {
  const left = instant(seconds, watch) - systemClock.now().getTime();
  if (left < -1_000) throw new Error('The machine was not ready in time. Run the drill again while it has less to do.');
  await sleep(Math.max(0, left), undefined, { signal: watch.signal });
}

function instant(seconds: number, { at }: Watch) {
  return at.getTime() + seconds * 1_000;
}

import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { countNotices } from '../db/catalog/count-notices.ts';
import { lastIngest } from '../db/catalog/last-ingest.ts';
import { openCatalog, type Catalog } from '../db/catalog/open.ts';
import { fixedClock, koreanTime, systemClock } from '../db/clock.ts';
import { commonOptions, runCommand, sentenceOf } from '../db/command-line.ts';
import { exampleSource } from '../db/ingest/example-source.ts';
import { ingest, type Source } from '../db/ingest/ingest.ts';
import { refreshDay } from '../db/ingest/odcloud/refresh.ts';
import { odcloudSource } from '../db/ingest/odcloud/source.ts';
import { reportLines } from '../db/ingest/report.ts';
import { readSettings, type Settings } from '../db/settings.ts';
import { startOrigin } from './start-origin.ts';
import { build } from './release/build.ts';
import { nextMoment } from './release/moments.ts';
import { publish } from './release/publish.ts';
import { currentId } from './release/releases.ts';
import { showsRelease } from './release/read-back.ts';
import { removeOld } from './release/retention.ts';

const usage = `
npm start -- [--host ADDRESS]

Takes rows in, builds the site, publishes it and serves it; then keeps it current. Ctrl-C stops everything.
Without ODCLOUD_SERVICE_KEY it shows example data, with it the real notices of the open API.

  --host ADDRESS   where to listen (127.0.0.1); 0.0.0.0 lets a phone in the same network in
  PORT, DATA_DIR, SITE_URL, ODCLOUD_SERVICE_KEY and the rest are read from the environment: see README.md
`;

await runCommand(usage, { help: commonOptions.help, host: { type: 'string' } }, async ({ host = '127.0.0.1' }) => {
  const settings = readSettings();
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
  const catalog = openCatalog(settings.DATA_DIR, 'npm start');
  try {
    const origin = await startOrigin(settings, host, stop);
    try {
      await keepCurrent(catalog, settings, origin.url, stop.signal);
    } finally {
      await origin.stop();
    }
    if (origin.failed) throw new Error('The origin has ended by itself: see above. Start again.');
  } finally {
    catalog.close();
  }
});

/** Renews the site at once and then at each moment at which it says something else, until it is told to stop. */
async function keepCurrent(catalog: Catalog, settings: Settings, url: string, signal: AbortSignal) {
  const releases = join(settings.DATA_DIR, 'releases');
  for (let first = true; !signal.aborted; first = false) {
    const begun = performance.now();
    try {
      await takeIn(catalog, settings);
    } catch (error) {
      // What the catalog held before still makes a site; without anything there is none.
      if (countNotices(catalog.db) === 0) throw error;
      console.error(`Nothing new was taken in: ${sentenceOf(error)}`);
    }
    try {
      await renew(catalog, settings, releases, url, signal);
    } catch (error) {
      if (signal.aborted) return;
      if (!currentId(releases)) throw error;
      console.error(`The site stays as it is: ${sentenceOf(error)}`);
    }
    if (signal.aborted) return;
    const next = nextMoment(systemClock.now());
    if (first) console.log(`\n  청약등대 is at ${url}  (${seconds(begun)} s)\n  Ctrl-C stops everything.\n`);
    console.log(`Next build at ${koreanTime(next)} in Korea.`);
    await until(next, signal);
  }
}

/** Takes in what is new: of the open API once for each of its refreshes, or again when that failed; of the example always. */
async function takeIn({ db }: Catalog, settings: Settings) {
  const clock = fixedClock(systemClock.now());
  const empty = countNotices(db) === 0;
  const say = async (source: Source) => console.log(reportLines(await ingest(db, clock, source)).join('\n'));
  if (settings.ODCLOUD_SERVICE_KEY !== undefined) {
    const last = lastIngest(db, 'odcloud');
    if (last && refreshDay(last) === refreshDay(clock.now()))
      return console.log('What the open API has today is in already.');
    console.log('Taking rows from the open API …');
    return say(odcloudSource(settings, systemClock, last === null, () => {}));
  }
  console.log('No ODCLOUD_SERVICE_KEY: taking example data in …');
  // The first sight of the example is a week old, so that the second finds corrections.
  const weekAgo = new Date(clock.now().getTime() - 7 * 86_400_000);
  if (empty) await ingest(db, fixedClock(weekAgo), exampleSource(weekAgo));
  return say(exampleSource(clock.now()));
}

async function renew(catalog: Catalog, settings: Settings, releases: string, url: string, signal: AbortSignal) {
  const { manifest, seconds: took } = await build({
    releases,
    catalog,
    asOf: systemClock.now(),
    siteUrl: settings.SITE_URL,
    progress: (line) => console.log(line),
    signal,
  });
  publish({ releases, db: catalog.db, clock: systemClock }, manifest.id);
  removeOld(releases);
  if (!(await showsRelease(url, manifest.id)))
    throw new Error(`release ${manifest.id} is published, but ${url} does not show it. Is the origin well?`);
  console.log(`Release ${manifest.id} is current, built in ${took.all.toFixed(1)} s.`);
}

/** Waits for an instant of the wall clock; a machine that slept notices within half a minute. */
async function until(instant: Date, signal: AbortSignal) {
  while (!signal.aborted && systemClock.now() < instant) {
    const left = instant.getTime() - systemClock.now().getTime();
    await sleep(Math.min(left, 30_000), undefined, { signal }).catch(() => {});
  }
}

function seconds(begun: number) {
  return ((performance.now() - begun) / 1000).toFixed(0);
}

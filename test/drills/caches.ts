import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { koreanStamp, systemClock } from '../../db/clock.ts';
import { readSettings } from '../../db/settings.ts';
import { currentId } from '../../site/release/releases.ts';
import { startOrigin } from '../../site/start-origin.ts';
import { freePort } from '../free-port.ts';
import { firstSite, type Site } from './caches/first-site.ts';
import { flipAt, leaveOutOthers } from './caches/flip-at.ts';
import { install } from './caches/install.ts';
import { report } from './caches/report.ts';
import { staticHeaders } from './caches/static-headers.ts';
import { startTiers } from './caches/tiers.ts';
import { versionsOf } from './caches/versions.ts';
import { watchTiers } from './caches/watch-tiers.ts';

/** Seconds to the publication: the site is made and prepared meanwhile, and the first readers come. */
const lead = 75;

/**
 * A publication at T behind caches that nobody purges, with ten times the readers from the second before. Through two Varnish
 * tiers, set as we advise, no new byte may come before T, no old one after T+2 s, no error and no torn page. What other caches
 * do is shown beside it. Then a plain nginx serves a release with the headers that lie in it.
 */
export async function drill() {
  install({ varnishd: 'varnish', nginx: 'nginx', wrk: 'wrk' });
  const room = mkdtempSync(join(tmpdir(), 'drill-caches-'));
  chmodSync(room, 0o755); // Varnish and nginx take users of their own.
  const stops: (() => Promise<void>)[] = [];
  const end = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => end.abort(new Error('The drill was stopped.')));
  try {
    const now = systemClock.now();
    const at = new Date(Math.ceil(now.getTime() / 1_000) * 1_000 + lead * 1_000);
    const site = await firstSite(room, `http://localhost:${await freePort()}/`, now, at, end.signal);
    const checks = [
      ...(await publication(room, site, at, end, (server) => stops.push(() => server.stop()))),
      ...(await plainNginx(room, site)),
    ];
    for (const [check, holds] of checks) console.log(`${holds ? 'ok    ' : 'FAILED'} ${check}`);
    const failed = checks.filter(([, holds]) => !holds).length;
    if (failed > 0) process.exitCode = 1;
    return `${checks.length - failed} passed, ${failed} failed`;
  } catch (error) {
    throw end.signal.aborted ? end.signal.reason : error;
  } finally {
    end.abort();
    for (const stop of stops.toReversed()) await stop();
    rmSync(room, { recursive: true, force: true });
  }
}

async function publication(
  room: string,
  site: Site,
  at: Date,
  end: AbortController,
  keep: (server: Stoppable) => void,
) {
  const { signal } = end;
  leaveOutOthers(site, at);
  const releases = join(site.data, 'releases');
  const before = join(releases, currentId(releases)!);
  const origin = await startOrigin(
    readSettings({ DATA_DIR: site.data, PORT: new URL(site.url).port }),
    '127.0.0.1',
    end,
  );
  keep(origin);
  const tiers = await startTiers(room, { port: Number(new URL(origin.url).port) }, keep);
  console.log(`T is ${koreanStamp(at)}. ${tiers.length} ways to the origin are ready.`);

  const results = `/results/${site.notice}/`;
  const paths = [results, '/', '/results/', '/feeds/events.json', `/notices/${site.other}/`];
  const quietPath = '/status/asof.json';
  const [{ flippedAt }, seen] = await Promise.all([
    flipAt(site, at, signal),
    watchTiers(tiers, { at, paths, quietPath, room, signal }),
  ]);
  console.log(`The origin’s folder was flipped at T+${((flippedAt - at.getTime()) / 1_000).toFixed(2)} s.`);
  const changed = [results, '/feeds/events.json', quietPath];
  const versions = versionsOf([...paths, quietPath], changed, before, join(releases, currentId(releases)!));
  const checks = tiers.flatMap((tier, i) => report(tier, seen[i]!, versions, at.getTime()));
  console.log('What we advise is in test/drills/caches/: lighthouse.vcl, for-nginx.vcl, nginx-behind-a-cache.conf.');
  return checks;
}

type Stoppable = { stop(): Promise<void> };

async function plainNginx(room: string, { data }: Site): Promise<[string, boolean][]> {
  const broken = await staticHeaders(room, join(data, 'releases', currentId(join(data, 'releases'))!));
  for (const line of broken) console.log(`  ${line}`);
  return [['a plain nginx sends what nginx-headers.conf promises', broken.length === 0]];
}

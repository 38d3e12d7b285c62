import { join } from 'node:path';
import { takeHours } from '../../db/catalog/hours.ts';
import { openCatalog } from '../../db/catalog/open.ts';
import { parseInstant, runningClock, systemClock } from '../../db/clock.ts';
import { steadyClock } from '../../db/steady-clock.ts';
import { commonOptions, runCommand } from '../../db/command-line.ts';
import { hoursIn, readSettings } from '../../db/settings.ts';
import { openVault } from '../release/prepare/vault.ts';
import { watchClock } from './clock-watch.ts';
import { run } from './run.ts';

const usage = `
npm run publisher -- [--now INSTANT]

Stays and keeps the site what it should be: takes rows in and builds at 00:00, 02:30, 09:00 and 17:30 in Korea, prepares for each
publication instant, and publishes at it, never before. What lies sealed in <DATA_DIR>/vault/ becomes public at its instant.
Ctrl-C stops it; readers keep the site they have, and the next start ends what was begun.

  --now INSTANT   begin at another time, RFC 3339 with an offset, and go on from there

SITE_URL is where readers see the site: each publication is read back there. CLOCK_SOURCES names clocks that have to agree with
this machine's, such as ntp://time.kriss.re.kr. DATA_DIR, ODCLOUD_SERVICE_KEY and the rest are described in README.md.
`;

await runCommand(usage, commonOptions, async ({ now }) => {
  const settings = readSettings();
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
  const clock = now === undefined ? systemClock : runningClock(parseInstant(now));
  const vault = await openVault(settings);
  const catalog = openCatalog(settings.DATA_DIR, 'npm run publisher');
  try {
    takeHours(catalog.db, hoursIn(settings));
    const publisher = {
      settings,
      releases: join(settings.DATA_DIR, 'releases'),
      catalog,
      vault,
      clock,
      // No second clock agrees with a time that was made up.
      watch: watchClock({ clock, steady: steadyClock, sources: now === undefined ? settings.CLOCK_SOURCES : [] }),
      url: settings.SITE_URL,
      example: false,
      say: (line: string) => console.log(line),
      signal: stop.signal,
    };
    await run(publisher, () => {});
  } finally {
    catalog.close();
  }
});

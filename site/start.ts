import { join } from 'node:path';
import { takeHours } from '../db/catalog/hours.ts';
import { openCatalog } from '../db/catalog/open.ts';
import { systemClock } from '../db/clock.ts';
import { steadyClock } from '../db/steady-clock.ts';
import { commonOptions, runCommand } from '../db/command-line.ts';
import { hoursIn, readSettings } from '../db/settings.ts';
import { watchClock } from './publisher/clock-watch.ts';
import { run } from './publisher/run.ts';
import { openVault } from './release/prepare/vault.ts';
import { notifierPort, startNotifier } from './start-notifier.ts';
import { startOrigin } from './start-origin.ts';

const usage = `
npm start -- [--host ADDRESS]

Takes rows in, builds the site, publishes it and serves it; then keeps it current. Ctrl-C stops everything.
Without ODCLOUD_SERVICE_KEY it shows example data, with it the real notices of the open API.

  --host ADDRESS   where to listen (127.0.0.1); 0.0.0.0 lets a phone in the same network in
  PORT, DATA_DIR, SITE_URL, ODCLOUD_SERVICE_KEY and the rest are read from the environment: see README.md
`;

await runCommand(usage, { help: commonOptions.help, host: { type: 'string' } }, async ({ host = '127.0.0.1' }) => {
  const settings = readSettings();
  const begun = performance.now();
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
  const catalog = openCatalog(settings.DATA_DIR, 'npm start');
  try {
    const vault = await openVault(settings);
    takeHours(catalog.db, hoursIn(settings));
    const port = await notifierPort(settings);
    const origin = await startOrigin(settings, host, stop, `http://127.0.0.1:${port}`);
    let notifier: ReturnType<typeof startNotifier> | undefined;
    try {
      const publisher = {
        settings,
        releases: join(settings.DATA_DIR, 'releases'),
        catalog,
        vault,
        clock: systemClock,
        watch: watchClock({ clock: systemClock, steady: steadyClock, sources: settings.CLOCK_SOURCES }),
        url: origin.url,
        example: true,
        say: (line: string) => console.log(line),
        signal: stop.signal,
      };
      await run(publisher, () => {
        const seconds = ((performance.now() - begun) / 1000).toFixed(0);
        console.log(`\n  청약등대 is at ${origin.url}  (${seconds} s)\n  Ctrl-C stops everything.\n`);
        const siteUrl = process.env['SITE_URL'] || origin.url;
        notifier = startNotifier(settings, { port, siteUrl, say: publisher.say, signal: stop.signal });
      });
    } finally {
      await (await notifier)?.stop();
      await origin.stop();
    }
    if (origin.failed) throw new Error('The origin has ended by itself: see above. Start again.');
  } finally {
    catalog.close();
  }
});

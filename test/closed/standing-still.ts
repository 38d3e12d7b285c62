import { join } from 'node:path';
import { openCatalog } from '../../db/catalog/open.ts';
import { readSettings } from '../../db/settings.ts';
import { watchClock } from '../../site/publisher/clock-watch.ts';
import { run } from '../../site/publisher/run.ts';
import { openVault } from '../../site/release/prepare/vault.ts';
import { handClock } from './hand-clock.ts';

/*
 * `npm run publisher` by a clock that stands still, at the instant in its first word or in the file of that name: it waits until
 * somebody sets it, and what it has done by then can be looked at.
 */

const settings = readSettings();
const clock = handClock(process.argv[2]!);
const stop = new AbortController();
process.on('SIGTERM', () => stop.abort());
const catalog = openCatalog(settings.DATA_DIR, 'npm run publisher');
await run(
  {
    settings,
    releases: join(settings.DATA_DIR, 'releases'),
    catalog,
    vault: await openVault(settings),
    clock,
    watch: watchClock({ clock, steady: { elapsed: () => clock.now().getTime() }, sources: [] }),
    url: settings.SITE_URL,
    example: false,
    say: (line) => console.log(line),
    signal: stop.signal,
  },
  () => {},
);
catalog.close();

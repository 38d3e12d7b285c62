import { countNotices } from '../../db/catalog/count-notices.ts';
import { holdsExample } from '../../db/catalog/holds-example.ts';
import { lastIngest } from '../../db/catalog/last-ingest.ts';
import type { Facts } from '../../db/catalog/open.ts';
import { fixedClock, type Clock } from '../../db/clock.ts';
import { exampleSource } from '../../db/ingest/example-source.ts';
import { ingest, type Source } from '../../db/ingest/ingest.ts';
import { refreshDay } from '../../db/ingest/odcloud/refresh.ts';
import { odcloudSource } from '../../db/ingest/odcloud/source.ts';
import { reportLines } from '../../db/ingest/report.ts';
import type { Tally } from '../../db/ingest/tally.ts';
import type { Settings } from '../../db/settings.ts';

type TakeIn = {
  db: Facts;
  clock: Clock;
  settings: Settings;
  /** Whether an empty catalog may be filled with example data. */
  example: boolean;
  say: (line: string) => void;
};

/**
 * Takes in what is new: of the open API once for each of its refreshes, or again when that failed; of the example always. A
 * catalog that was filled from files is left as it is when no key is set.
 * @returns true when the facts are others than before.
 */
export async function takeIn({ db, clock, settings, example, say }: TakeIn) {
  const now = clock.now();
  const take = async (source: Source, of: Clock) => {
    const ingested = await ingest(db, of, source);
    for (const line of reportLines(ingested)) say(line);
    return hasNews(ingested.tally);
  };
  if (settings.ODCLOUD_SERVICE_KEY !== undefined) {
    const last = lastIngest(db, 'odcloud');
    if (last && refreshDay(last) === refreshDay(now)) {
      say('What the open API has today is in already.');
      return false;
    }
    say('Taking rows from the open API …');
    return take(
      odcloudSource(settings, clock, last === null, () => {}),
      fixedClock(now),
    );
  }
  const empty = countNotices(db) === 0;
  if (empty && !example)
    throw new Error('The catalog is empty. Set ODCLOUD_SERVICE_KEY, or run "npm run ingest -- --from DIR" first.');
  if (!empty && !holdsExample(db)) {
    say('No ODCLOUD_SERVICE_KEY: the catalog stays as "npm run ingest" left it.');
    return false;
  }
  say('No ODCLOUD_SERVICE_KEY: taking example data in …');
  // The first sight of the example is a week old, so that the second finds corrections.
  const weekAgo = new Date(now.getTime() - 7 * 86_400_000);
  if (empty) await ingest(db, fixedClock(weekAgo), exampleSource(weekAgo));
  return take(exampleSource(now), fixedClock(now));
}

function hasNews({ rows }: Tally) {
  return Object.values(rows).some((kind) => kind.new + kind.changed > 0);
}

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCatalog } from '../db/catalog/open.ts';
import { fixedClock, koreanDay } from '../db/clock.ts';
import { exampleSource } from '../db/ingest/example-source.ts';
import { takeFiles } from '../db/ingest/from-files.ts';
import { ingest } from '../db/ingest/ingest.ts';
import { createOrigin } from '../site/origin/origin.ts';
import { build } from '../site/release/build.ts';
import { publish } from '../site/release/publish.ts';
import { realRows } from './real-rows.ts';
import { madeOnce } from './rendered-once.ts';

const day = 86_400_000;

type Wanted = 'real' | 'invented' | 'example';

export type PublishedSite = { url: string; client: string; rows: string; asOf: Date; close(): Promise<void> };

/**
 * Builds a site as of an instant, publishes it and serves it with the origin, all in a folder of its own.
 * @param wanted `real` rows where this machine has them; `invented` ones that the site takes for real, so that it shows no sign
 *   of being an example; or the `example` as a newcomer sees it.
 */
export async function publishedSite(wanted: Wanted, asOf: Date): Promise<PublishedSite> {
  const data = mkdtempSync(join(tmpdir(), 'published-site-'));
  try {
    const made = join(data, 'made');
    await madeOnce(`${wanted} as of ${asOf.getTime()}`, made, (folder) => make(folder, wanted, asOf));
    const releases = join(made, 'releases');
    const origin = await createOrigin({
      releases,
      port: 0,
      host: '127.0.0.1',
      log: () => {},
      clock: fixedClock(asOf),
      // The page of alerts is part of the site; the notifier behind its forms is away.
      notifier: 'http://127.0.0.1:9',
    });
    return {
      url: origin.url,
      client: join(releases, 'current', 'client'),
      rows: readFileSync(join(made, 'rows'), 'utf8'),
      asOf,
      async close() {
        await origin.close();
        rmSync(data, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(data, { recursive: true, force: true });
    throw error;
  }
}

async function make(folder: string, wanted: Wanted, asOf: Date) {
  writeFileSync(join(folder, 'rows'), await takeIn(folder, wanted, asOf));
  const releases = join(folder, 'releases');
  const catalog = openCatalog(folder, 'a published site');
  try {
    await build({ releases, catalog, asOf, siteUrl: 'http://127.0.0.1' });
    publish({ releases, db: catalog.db, clock: fixedClock(asOf) });
  } finally {
    catalog.close();
  }
}

async function takeIn(data: string, wanted: Wanted, asOf: Date) {
  const catalog = openCatalog(data, 'a published site');
  try {
    const folder = wanted === 'real' ? realRows('odcloud') : null;
    if (folder) {
      await ingest(catalog.db, fixedClock(asOf), {
        name: 'files',
        full: true,
        async feed(intake) {
          await takeFiles(intake, folder, () => {});
          return [];
        },
      });
      return 'the real notices of 2020 to 2025';
    }
    // Seen twice, so that there are corrections.
    for (const at of [new Date(asOf.getTime() - 7 * day), asOf]) {
      const source = exampleSource(at);
      await ingest(catalog.db, fixedClock(at), wanted === 'example' ? source : { ...source, name: 'files' });
    }
    return `invented notices around ${koreanDay(asOf)}`;
  } finally {
    catalog.close();
  }
}

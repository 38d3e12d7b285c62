import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { openCatalog, type Facts } from '../../db/catalog/open.ts';
import { fixedClock } from '../../db/clock.ts';
import { takeFiles } from '../../db/ingest/from-files.ts';
import { ingest } from '../../db/ingest/ingest.ts';
import { reportLines } from '../../db/ingest/report.ts';
import { publicationOrder } from '../../db/publications/order.ts';
import { takeOrders } from '../../db/publications/take-orders.ts';
import { cardsOf } from '../../site/cards/cards.ts';
import { writeCompare } from '../../site/compare/write-compare.ts';
import { mapNotices } from '../../site/map/map-notices.ts';
import { writeFeeds } from '../../site/release/feeds/write-feeds.ts';
import { writeSubscriptions } from '../../site/release/feeds/write-subscriptions.ts';
import { writeHeaderFiles } from '../../site/release/header-files.ts';
import { instantsOf } from '../../site/release/instants.ts';
import { writeOpenData } from '../../site/release/open-data.ts';
import { digestOf } from '../../site/release/seal-file.ts';
import { writeSearch } from '../../site/search/write-search.ts';
import { catalogDump } from './catalog-dump.ts';
import type { ClosedLine } from './closed-lines.ts';
import { writeFiles, type Form } from './files-of.ts';
import { firstSight, heldByOrder } from './notices.ts';

/**
 * All that can be learnt from a machine that takes the files of a world in at its first sight and again at `now`: what is
 * printed, the catalog as rows and by the digest of its file, and the site but for its pages; of pictures what they are drawn from.
 */
export async function intakeOf(closed: ClosedLine[], now: Date, form: Form = 'jsonl') {
  const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
  const rows = join(folder, 'rows');
  writeFiles(rows, closed, form);
  try {
    const learnt = await inCatalog(folder, async (db) => {
      takeOrders(db, [publicationOrder.parse(heldByOrder)]);
      const printed = [await taken(db, rows, firstSight), await taken(db, rows, now)];
      db.run(sql`pragma wal_checkpoint(truncate)`);
      return { printed, catalog: catalogDump(db), site: siteOf(db, join(folder, 'site'), now) };
    });
    return { ...learnt, bytes: digestOf(readFileSync(join(folder, 'catalog.db'))) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function inCatalog<T>(folder: string, work: (db: Facts) => Promise<T>) {
  const catalog = openCatalog(folder, 'a test');
  try {
    return await work(catalog.db);
  } finally {
    catalog.close();
  }
}

/** What `npm run ingest -- --from` prints, without how long it took. */
async function taken(db: Facts, rows: string, at: Date) {
  const source = {
    name: 'files' as const,
    full: true,
    async feed(intake: Parameters<typeof takeFiles>[0]) {
      const { skipped, failed } = await takeFiles(intake, rows, () => {});
      return [...skipped, ...failed];
    },
  };
  return reportLines({ ...(await ingest(db, fixedClock(at), source)), seconds: 0 });
}

/** The files of the site that are written from the catalog alone, by name. */
function siteOf(db: Facts, folder: string, asOf: Date) {
  const client = join(folder, 'client');
  mkdirSync(client, { recursive: true });
  writeOpenData(db, join(client, 'data'), asOf);
  writeFeeds(db, join(client, 'feeds'), asOf);
  writeSubscriptions(db, client, { asOf, siteUrl: 'https://lighthouse.example' });
  writeSearch(db, join(client, 'search'));
  writeCompare(db, join(client, 'compare'));
  writeHeaderFiles(folder);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return {
    instants: instantsOf(db, asOf),
    cards: cardsOf(db, asOf),
    map: mapNotices(db, asOf),
    files: Object.fromEntries(
      files
        .map((entry) => join(entry.parentPath, entry.name))
        .map((path) => [path.slice(folder.length), readFileSync(path, 'utf8')]),
    ),
  };
}

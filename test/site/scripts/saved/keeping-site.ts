import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCopy } from '../../../../db/catalog/open.ts';
import { writeCompare } from '../../../../site/compare/write-compare.ts';
import { writeFeeds } from '../../../../site/release/feeds/write-feeds.ts';
import { writeSearch } from '../../../../site/search/write-search.ts';
import { renderSite } from '../../pages/render-site.ts';
import { serveSite } from '../../pages/serve-site.ts';
import { asOf } from '../../small-catalog.ts';

/** The small catalog's site with what favourites and comparison read, served under the policy of the origin. */
export async function keepingSite() {
  const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
  const client = await renderSite(folder, 'site');
  const db = openCopy(join(folder, 'site', 'facts.db'));
  mkdirSync(join(client, 'feeds'), { recursive: true });
  writeSearch(db, join(client, 'search'));
  writeCompare(db, join(client, 'compare'));
  writeFeeds(db, join(client, 'feeds'), asOf);
  const site = await serveSite(client);
  return {
    origin: site.origin,
    close() {
      site.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

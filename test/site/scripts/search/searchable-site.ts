import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCopy } from '../../../../db/catalog/open.ts';
import { writeSearch } from '../../../../site/search/write-search.ts';
import { renderSite } from '../../pages/render-site.ts';
import { serveSite } from '../../pages/serve-site.ts';

/** The small catalog's site with its index, served under the policy of the origin. */
export async function searchableSite() {
  const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
  const client = await renderSite(folder, 'site');
  writeSearch(openCopy(join(folder, 'site', 'facts.db')), join(client, 'search'));
  const site = await serveSite(client);
  return {
    origin: site.origin,
    close() {
      site.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

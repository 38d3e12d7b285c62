import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { countNotices } from '../../../db/catalog/count-notices.ts';
import { renderPages } from '../../../site/release/render.ts';
import { asOf, smallCatalog, type SmallCatalog } from '../small-catalog.ts';

export const siteUrl = 'https://lighthouse.example';

/**
 * Renders the small catalog into a folder of `folder`, and says which.
 * @param notices how many the renderer is told of: many are rendered by two processes.
 */
export async function renderSite(folder: string, name: string, options: SmallCatalog & { notices?: number } = {}) {
  const work = join(folder, name);
  mkdirSync(work);
  const catalog = await smallCatalog(join(work, 'data'), options);
  const facts = join(work, 'facts.db');
  catalog.copyTo(facts);
  const notices = options.notices ?? countNotices(catalog.db);
  catalog.close();
  const client = join(work, 'client');
  await renderPages({ work, client, facts, asOf, siteUrl, notices });
  return client;
}

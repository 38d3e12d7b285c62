import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { countNotices } from '../../../db/catalog/count-notices.ts';
import { renderPages } from '../../../site/release/render.ts';
import { asOf, smallCatalog, type SmallCatalog } from '../small-catalog.ts';
import { eventful } from '../status/eventful.ts';

export const siteUrl = 'https://lighthouse.example';

type Rendered = SmallCatalog & {
  /** How many notices the renderer is told of: many are rendered by two processes. */
  notices?: number;
  /** False for a site that has published nothing yet, and of which nothing was ordered. */
  past?: boolean;
};

/** Renders the small catalog into a folder of `folder`, and says which. */
export async function renderSite(folder: string, name: string, options: Rendered = {}) {
  const work = join(folder, name);
  mkdirSync(work);
  const catalog = await smallCatalog(join(work, 'data'), options);
  if (options.past ?? true) eventful(catalog.db);
  const facts = join(work, 'facts.db');
  catalog.copyTo(facts);
  const notices = options.notices ?? countNotices(catalog.db);
  catalog.close();
  const client = join(work, 'client');
  await renderPages({ work, client, facts, asOf, siteUrl, notices });
  return client;
}

import { hash } from 'node:crypto';
import { join } from 'node:path';
import { countNotices } from '../../../db/catalog/count-notices.ts';
import { renderPages } from '../../../site/release/render.ts';
import { madeOnce } from '../../rendered-once.ts';
import { asOf, smallCatalog, type SmallCatalog } from '../small-catalog.ts';
import { eventful } from '../status/eventful.ts';

export const siteUrl = 'https://lighthouse.example';

type Rendered = SmallCatalog & {
  /** How many notices the renderer is told of: many are rendered by two processes. */
  notices?: number;
  /** False for a site that has published nothing yet, and of which nothing was ordered. */
  past?: boolean;
};

/** Renders the small catalog into a folder of `folder`, and says which. The same site is rendered once in a run of the tests. */
export async function renderSite(folder: string, name: string, options: Rendered = {}) {
  const { MAP_BOUNDARIES, MAP_TILES } = process.env;
  const key = hash('sha256', JSON.stringify([options, MAP_BOUNDARIES, MAP_TILES])).slice(0, 12);
  await madeOnce(key, join(folder, name), (work) => render(work, options));
  return join(folder, name, 'client');
}

async function render(work: string, options: Rendered) {
  const catalog = await smallCatalog(join(work, 'data'), options);
  if (options.past ?? true) eventful(catalog.db);
  const facts = join(work, 'facts.db');
  catalog.copyTo(facts);
  const notices = options.notices ?? countNotices(catalog.db);
  catalog.close();
  await renderPages({ work, client: join(work, 'client'), facts, asOf, siteUrl, notices });
}

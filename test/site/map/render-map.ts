import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openCopy } from '../../../db/catalog/open.ts';
import { writeMap } from '../../../site/map/write-map.ts';
import { renderSite } from '../pages/render-site.ts';
import { asOf } from '../small-catalog.ts';

/** Renders the small catalog into a folder of `folder`, with what the moving map reads. */
export async function renderMap(folder: string, name: string) {
  mkdirSync(folder, { recursive: true });
  const client = await renderSite(folder, name);
  writeMap(openCopy(join(folder, name, 'facts.db')), join(client, 'map'), asOf);
  return client;
}

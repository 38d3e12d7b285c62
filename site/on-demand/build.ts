import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runAstro } from '../run-astro.ts';

const script = new URL('./build-process.mjs', import.meta.url);

export type OnDemandOptions = {
  /** Gets `server/` and `client/`; what was in it before goes. */
  folder: string;
  /** Where readers see the site. */
  siteUrl: string;
  signal?: AbortSignal | undefined;
};

/**
 * Builds the pages of alerts that are drawn when they are asked for, in a process of its own. They hold no fact of the catalog.
 * @throws the sentence that Astro ended with.
 */
export async function buildOnDemandPages({ folder, siteUrl, signal }: OnDemandOptions) {
  const cache = join(folder, 'cache');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  const failed = await runAstro({ script, cwd: folder, out: folder, cache, siteUrl, signal });
  if (failed) throw new Error(`The pages of alerts could not be built: ${failed.said.trim()}`);
  rmSync(cache, { recursive: true, force: true });
}

import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const builder = fileURLToPath(new URL('./build-process.mjs', import.meta.url));

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
  const child = spawn(process.execPath, [builder], {
    // Astro keeps its work below the working directory; elsewhere all builds of a checkout would share one folder.
    cwd: folder,
    stdio: ['pipe', 'pipe', 'pipe'],
    signal,
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      NO_COLOR: '1',
      LIGHTHOUSE_ROOT: root,
      LIGHTHOUSE_OUT: folder,
      LIGHTHOUSE_CACHE: cache,
      SITE_URL: siteUrl,
    },
  });
  let said = '';
  const listen = (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-5_000);
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  await new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The pages of alerts could not be built: ${said.trim()}`));
    });
  });
  rmSync(cache, { recursive: true, force: true });
}

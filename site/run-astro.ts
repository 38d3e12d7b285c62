import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The checkout: what Astro builds from, and where packages are. */
export const root = fileURLToPath(new URL('..', import.meta.url));

type AstroRun = {
  /** Plain JavaScript that builds what LIGHTHOUSE_ROOT holds, and ends when its standard input does. */
  script: URL;
  /**
   * Astro keeps its bundle below the output folder only where that lies in the working directory; elsewhere all builds of a checkout
   * share one folder, and the bundle is moved across file systems.
   */
  cwd: string;
  out: string;
  cache: string;
  /** Where readers see the site. */
  siteUrl: string;
  /** Of Node. */
  flags?: string[];
  environment?: Record<string, string>;
  signal?: AbortSignal | undefined;
};

/**
 * Runs Astro in a process of its own.
 * @returns null when it has built; otherwise the last that it said, and the signal that ended it.
 */
export async function runAstro({ script, cwd, out, cache, siteUrl, flags = [], environment, signal }: AstroRun) {
  const child = spawn(process.execPath, [...flags, fileURLToPath(script)], {
    cwd,
    stdio: ['pipe', 'pipe', 'pipe'],
    signal,
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      NO_COLOR: '1',
      LIGHTHOUSE_ROOT: root,
      LIGHTHOUSE_OUT: out,
      LIGHTHOUSE_CACHE: cache,
      SITE_URL: siteUrl,
      ...environment,
    },
  });
  let said = '';
  const listen = (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-20_000);
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  return new Promise<{ said: string; killed: NodeJS.Signals | null } | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, killed) => resolve(code === 0 ? null : { said, killed }));
  });
}

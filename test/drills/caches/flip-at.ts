import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { koreanStamp } from '../../../db/clock.ts';
import { readManifest, type Manifest } from '../../../site/release/manifest.ts';
import { currentId } from '../../../site/release/releases.ts';
import type { Site } from './first-site.ts';
import { fileOf } from './npm-run.ts';

/**
 * Leaves the instants before out of the manifest of the published release, as if they were long over: while an instant is
 * young nothing is kept for more than five seconds, and then caches show little.
 */
export function leaveOutOthers({ data, notice }: Site, at: Date) {
  const releases = join(data, 'releases');
  const release = join(releases, currentId(releases)!);
  const manifest = readManifest(release);
  const own = [`notices/${notice}/index.html`, `results/${notice}/index.html`];
  const concerned = Object.keys(manifest.concerned).map((path) => [path, own.includes(path) ? [0] : []] as const);
  const told: Manifest = { ...manifest, instants: [koreanStamp(at)], concerned: Object.fromEntries(concerned) };
  writeFileSync(join(release, 'manifest.json'), JSON.stringify(told));
}

/**
 * Lets a publisher do all of it: prepare, seal, and flip at the instant.
 * @returns when it flipped, in milliseconds since 1970.
 */
export async function flipAt({ data, url }: Site, at: Date, signal: AbortSignal): Promise<{ flippedAt: number }> {
  const publisher = spawn(process.execPath, [fileOf('publisher')], {
    env: { ...process.env, DATA_DIR: data, SITE_URL: url },
    stdio: ['ignore', 'pipe', 'inherit'],
    signal,
    killSignal: 'SIGTERM',
  });
  const exited = once(publisher, 'exit');
  try {
    for await (const line of createInterface({ input: publisher.stdout })) {
      console.log(`  publisher: ${line}`);
      const [, way, seconds] = /^Published .* (was \w+)\b.*, flipped ([\d.]+) s after/.exec(line) ?? [];
      if (seconds === undefined) continue;
      if (way !== 'was sealed')
        throw new Error('The site was not sealed in time. Run the drill again on a calmer machine.');
      return { flippedAt: at.getTime() + Number(seconds) * 1_000 };
    }
    throw new Error('The publisher ended before it published.');
  } finally {
    publisher.kill('SIGTERM');
    await exited;
  }
}

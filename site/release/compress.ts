import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Job, Sealed } from './compress-worker.ts';
import { type Manifest, readManifest } from './manifest.ts';

const portion = 200;
/** A worker needs little; without a bound it keeps the 130 MB that reading TypeScript took. */
const limits = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 8 };

/**
 * Fixes every file of a finished site, on all cores: digests, compressed twins, links to what an earlier release has the same.
 * @param earlier folder of the release to link to; null to make every file anew.
 */
export async function compressFiles(
  client: string,
  earlier: string | null,
  { links, signal }: { links: boolean; signal?: AbortSignal | undefined },
) {
  const paths = readdirSync(client, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(client.length + 1))
    .sort();
  const before = earlier ? readManifest(earlier) : null;
  const jobs = portions(paths, client, links ? earlier : null, before);
  const sealed: Sealed[] = [];
  const hands = Math.min(availableParallelism(), jobs.length);
  await Promise.all(Array.from({ length: hands }, () => work(jobs, sealed, signal)));
  return Object.fromEntries(sealed.flat().sort(([a], [b]) => (a < b ? -1 : 1))) satisfies Manifest['files'];
}

function portions(paths: string[], client: string, earlier: string | null, before: Manifest | null): Job[] {
  return Array.from({ length: Math.ceil(paths.length / portion) }, (_, i) => ({
    client,
    earlier: earlier ? join(earlier, 'client') : null,
    files: paths
      .slice(i * portion, (i + 1) * portion)
      .map((path) => [path, before?.files[path] ?? null] satisfies Job['files'][number]),
  }));
}

/** One worker takes jobs until none is left. */
function work(jobs: Job[], sealed: Sealed[], signal?: AbortSignal) {
  const worker = new Worker(new URL('./compress-worker.ts', import.meta.url), { resourceLimits: limits });
  return new Promise<void>((resolve, reject) => {
    const next = () => {
      signal?.throwIfAborted();
      const job = jobs.shift();
      if (job) worker.postMessage(job);
      else resolve();
    };
    worker.on('message', (result: Sealed) => {
      sealed.push(result);
      try {
        next();
      } catch (error) {
        reject(error);
      }
    });
    worker.on('error', reject);
    next();
  }).finally(() => void worker.terminate());
}

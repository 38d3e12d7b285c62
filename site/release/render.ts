import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { koreanStamp } from '../../db/clock.ts';
import { root, runAstro } from '../run-astro.ts';

const script = new URL('./render-process.mjs', import.meta.url);

export type RenderOptions = {
  work: string;
  /** Where the pages end up. */
  client: string;
  /** Copy of the catalog that the pages read. */
  facts: string;
  asOf: Date;
  siteUrl: string;
  /** How many notices there are: few are rendered by one process, many by one a core, up to two. */
  notices: number;
  /** What is rendered is not public yet: it leaves no trace outside `work`, and nothing that Astro says goes on. */
  closed?: boolean;
  signal?: AbortSignal | undefined;
};

const manyNotices = 3_000;
/**
 * Memory of a rendering process. A larger nursery costs 100 MB and saves no time; without a bound two processes together take
 * 1.6 GB for 20,000 notices, with it 1.1 GB. 256 MB are enough for these.
 */
const small = ['--max-semi-space-size=8', '--max-old-space-size=320'];

/**
 * Renders all pages with Astro, each process with its own output and cache folder: nothing of an earlier build can get in.
 * @throws the sentence that Astro ended with.
 */
export async function renderPages(options: RenderOptions) {
  const { work, client, notices } = options;
  const shards = notices > manyNotices ? Math.min(2, availableParallelism()) : 1;
  const outs = Array.from({ length: shards }, (_, shard) => join(work, `out-${shard}`));
  // The bundle finds its packages from where it lies.
  symlinkSync(join(root, 'node_modules'), join(work, 'node_modules'));
  await Promise.all(outs.map((out, shard) => render(options, out, join(work, `cache-${shard}`), `${shard}/${shards}`)));
  renameSync(outs[0]!, client);
  for (const out of outs.slice(1)) moveMissing(out, client);
  for (const left of readdirSync(work))
    if (/^(out-|cache-|node_modules$)/.test(left)) rmSync(join(work, left), { recursive: true });
}

async function render(
  { work, facts, asOf, siteUrl, closed, signal }: RenderOptions,
  out: string,
  cache: string,
  shard: string,
) {
  mkdirSync(out, { recursive: true });
  const environment = {
    LIGHTHOUSE_FACTS: facts,
    LIGHTHOUSE_AS_OF: koreanStamp(asOf),
    LIGHTHOUSE_SHARD: shard,
    ...(closed && { TMPDIR: work, SQLITE_TMPDIR: work }),
  };
  const failed = await runAstro({ script, cwd: work, out, cache, siteUrl, flags: small, environment, signal });
  if (!failed) return;
  const { said, killed } = failed;
  throw new Error(
    `The pages could not be rendered${killed ? ` (${killed})` : ''}: ${closed ? hushed(said) : lastWords(said)}`,
  );
}

/** What Astro says may carry closed values; that the disk is full does not. */
function hushed(said: string) {
  return /ENOSPC|no space left|SQLITE_FULL/i.test(said)
    ? 'no space left on the disk.'
    : 'what the renderer said may carry closed values and was thrown away. After the instant, "release build" says it.';
}

/** What Astro said of its failure: from its error line on. */
function lastWords(said: string) {
  const lines = said.trim().split('\n');
  const at = lines.findIndex((line) => /error|ENOSPC|heap/i.test(line));
  return lines
    .slice(at < 0 ? -5 : at)
    .slice(0, 12)
    .join('\n');
}

/** Moves what the first process did not render; pages that each renders are the same in all. */
function moveMissing(from: string, to: string) {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (!existsSync(target)) renameSync(source, target);
    else if (entry.isDirectory()) moveMissing(source, target);
  }
}

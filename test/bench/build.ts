import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openCatalog } from '../../db/catalog/open.ts';
import { koreanInstant } from '../../db/clock.ts';
import { openIntake } from '../../db/ingest/intake.ts';
import { operations } from '../../db/ingest/operations.ts';
import { readManifest } from '../../site/release/manifest.ts';
import { memoryOf } from './memory-of.ts';
import { manyRows, type OperationRows } from './many-rows.ts';

const command = fileURLToPath(new URL('../../site/release/command.ts', import.meta.url));

/** The bounds for 20,000 notices: seconds of Astro, of a whole first release, of one where 1 % changed; bytes of memory. */
const bounds = { size: 20_000, pages: 60, first: 120, changed: 60, memory: 1.2e9 };

/**
 * Builds releases of many notices, made from the real rows (from the example where those are not on the machine): a first one,
 * and one in which 1 % of the notices changed. Prints pages, seconds and the peak of the memory of all its processes together.
 */
export async function bench(sizes: string[]) {
  const rows = await manyRows();
  console.log(`rows: ${rows.source}\n`);
  console.log('notices   pages  Astro s  first release s  1 % changed s  peak memory MB  ms a page');
  for (const size of sizes.length > 0 ? sizes.map(Number) : [1_000, 5_000, 20_000]) {
    const data = mkdtempSync(join(tmpdir(), 'bench-build-'));
    try {
      takeIn(data, rows.of(size));
      const first = await release(data, '2025-07-04T10:00:00+09:00');
      takeIn(data, rows.changed(size));
      const second = await release(data, '2025-07-04T10:01:00+09:00');
      const memory = Math.max(first.memory, second.memory);
      console.log(
        [
          [size, 7],
          [first.pages, 8],
          [first.astro.toFixed(1), 9],
          [first.all.toFixed(1), 17],
          [second.all.toFixed(1), 15],
          [(memory / 1e6).toFixed(0), 16],
          [((first.astro / first.pages) * 1000).toFixed(2), 11],
        ]
          .map(([value, width]) => String(value).padStart(Number(width)))
          .join(''),
      );
      if (size === bounds.size) hold(first, second, memory);
    } finally {
      rmSync(data, { recursive: true, force: true });
    }
  }
}

function takeIn(data: string, rows: OperationRows) {
  const catalog = openCatalog(data, 'npm run bench -- build');
  const intake = openIntake(catalog.db, koreanInstant('2025-07-04', '10:00'));
  for (const operation of operations)
    for (const some of rows.batches(operation.name))
      intake.take(
        operation,
        some.map((row, i) => ({ place: `${operation.name} ${i}`, row })),
      );
  catalog.close();
}

type Measured = { pages: number; astro: number; all: number; memory: number };

async function release(data: string, now: string): Promise<Measured> {
  const child = spawn(process.execPath, [...process.execArgv, command, 'build', '--now', now], {
    env: { ...process.env, DATA_DIR: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const memory = memoryOf(child.pid!);
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error(`The build failed: ${said}`);
  const [, astro, all] = /pages in ([\d.]+) s, all in ([\d.]+) s/.exec(said)!;
  const releases = join(data, 'releases');
  const newest = readdirSync(releases).sort().at(-1)!;
  const pages = Object.keys(readManifest(join(releases, newest)).files).filter((path) => path.endsWith('.html')).length;
  return { pages, astro: Number(astro), all: Number(all), memory: memory.stop() };
}

function hold(first: Measured, second: Measured, memory: number) {
  const over = [
    first.astro > bounds.pages && `Astro took more than ${bounds.pages} s`,
    first.all > bounds.first && `a first release took more than ${bounds.first} s`,
    second.all > bounds.changed && `a release with 1 % changed took more than ${bounds.changed} s`,
    memory > bounds.memory && `memory went over ${bounds.memory / 1e6} MB`,
  ].filter((sentence) => sentence !== false);
  console.log(over.length === 0 ? '\nWithin all bounds.' : `\nOver the bounds: ${over.join('; ')}.`);
  if (over.length > 0) process.exitCode = 1;
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openCatalog } from '../../db/catalog/open.ts';
import { publicationRecord } from '../../db/catalog/publication-record.ts';
import { usualHours } from '../../db/catalog/publication.ts';
import { koreanStamp, parseInstant } from '../../db/clock.ts';
import { openIntake } from '../../db/ingest/intake.ts';
import { operations } from '../../db/ingest/operations.ts';
import type { PublicationOrder } from '../../db/publications/order.ts';
import { recordIn } from '../../db/publications/record.ts';
import { syncOrders } from '../../db/publications/take-orders.ts';
import { readSettings } from '../../db/settings.ts';
import { seal } from '../../db/vault/seal.ts';
import { type Manifest, readManifest } from '../../site/release/manifest.ts';
import { deltaBetween } from '../../site/release/prepare/delta.ts';
import { openVault } from '../../site/release/prepare/vault.ts';
import { currentId } from '../../site/release/releases.ts';
import { percentile } from '../../site/status/percentile.ts';
import { freePort } from '../free-port.ts';
import { manyRows, type OperationRows } from './many-rows.ts';

const commands = fileURLToPath(new URL('../../', import.meta.url));
/** 5,000 pages and more, of which 300 change at each instant. Unsealing and flipping may take so many milliseconds. */
const size = { notices: 2_500, changed: 300, bound: 200 };
const asOf = parseInstant('2025-07-04T10:00:00+09:00');
const firstAt = parseInstant('2025-07-04T19:30:00+09:00');
const competition = 'getAPTLttotPblancCmpet';

/**
 * Prepares and publishes sealed releases in which the results of 300 notices come into a site of 5,000 pages, with the commands
 * that an operator runs. Prints how long a preparation takes, how long unsealing and flipping, and when readers saw it.
 */
export async function bench([rounds = '5']: string[]) {
  const data = mkdtempSync(join(tmpdir(), 'bench-release-'));
  const instants = Array.from({ length: Number(rounds) }, (_, i) => new Date(firstAt.getTime() + i * 600_000));
  const running: ChildProcess[] = [];
  try {
    const rows = await manyRows();
    console.log(`rows: ${rows.source}`);
    const closed = takeIn(data, rows.of(size.notices), instants);
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/`;
    await run(data, ['site/release/command.ts', 'build', '--now', koreanStamp(asOf)], url);
    await run(data, ['site/release/command.ts', 'publish', '--now', koreanStamp(asOf)], url);
    const vault = await openVault(readSettings({ DATA_DIR: data }));
    const origin = start(data, ['site/origin/command.ts', '--port', String(port), '--data', data], url);
    running.push(origin);
    await lineOf(origin, /http:\/\//);

    console.log('\npages  changed files  prepare s  unseal + flip ms  seen after the instant ms');
    for (const [i, at] of instants.entries()) {
      const results = Buffer.from(JSON.stringify({ rows: { [competition]: closed[i] } }));
      await seal(vault.folder, vault.recipient, results, at);
      const before = currentManifest(data);
      const begun = performance.now();
      const now = koreanStamp(new Date(at.getTime() - 300_000));
      await run(data, ['site/release/command.ts', 'prepare', '--at', koreanStamp(at), '--now', now], url);
      const prepared = (performance.now() - begun) / 1000;
      const nearly = koreanStamp(new Date(at.getTime() - 10_000));
      const publisher = start(data, ['site/publisher/command.ts', '--now', nearly], url);
      running.push(publisher);
      await lineOf(publisher, /^Published /);
      publisher.kill('SIGTERM');
      await once(publisher, 'exit');
      tell(before, currentManifest(data), prepared, recordOf(data)[0]!);
    }
    sumUp(recordOf(data));
  } finally {
    for (const child of running) child.kill('SIGKILL');
    rmSync(data, { recursive: true, force: true });
  }
}

/** Takes the rows in, but of some notices for each instant the results, which are moved there. @returns these, by instant. */
function takeIn(data: string, rows: OperationRows, instants: Date[]) {
  const catalog = openCatalog(data, 'npm run bench -- release');
  const results = [...rows.batches(competition)].flat();
  const ids = [...new Set(results.map(({ HOUSE_MANAGE_NO }) => HOUSE_MANAGE_NO))];
  const share = ids.slice(0, size.changed * instants.length);
  const instantOf = new Map(share.map((id, i) => [id, instants[i % instants.length]!]));
  const orders = [...instantOf].map(([noticeId, at]): PublicationOrder => ({
    noticeId,
    action: 'move',
    to: koreanStamp(at),
    results: 'competition',
    by: 'bench',
    because: 'bench',
    orderedAt: koreanStamp(asOf),
  }));
  writeFileSync(recordIn(data), orders.map((order) => `${JSON.stringify(order)}\n`).join(''));
  const intake = openIntake(catalog.db, asOf, usualHours);
  for (const operation of operations) {
    if (operation.holds === 'competition') syncOrders(catalog.db, data);
    for (const some of rows.batches(operation.name))
      intake.take(
        operation,
        some.map((row, i) => ({ place: `${operation.name} ${i}`, row })),
      );
  }
  catalog.close();
  return instants.map((at) => results.filter(({ HOUSE_MANAGE_NO }) => instantOf.get(HOUSE_MANAGE_NO) === at));
}

function tell(before: Manifest, after: Manifest, prepared: number, { at, firedAt, flippedAt, seenAt }: Row) {
  const pages = Object.keys(after.files).filter((path) => path.endsWith('.html')).length;
  const flip = Date.parse(flippedAt!) - Date.parse(firedAt!);
  const seen = Date.parse(seenAt!) - Date.parse(at);
  const changed = deltaBetween(before, after).changed.length;
  console.log(
    [
      [pages, 5],
      [changed, 15],
      [prepared.toFixed(1), 11],
      [flip, 18],
      [seen, 27],
    ]
      .map(([value, width]) => String(value).padStart(Number(width)))
      .join(''),
  );
}

type Row = ReturnType<typeof publicationRecord>[number];

function sumUp(record: Row[]) {
  const seen = record.map(({ at, seenAt }) => Date.parse(seenAt!) - Date.parse(at));
  const flips = record.map(({ firedAt, flippedAt }) => Date.parse(flippedAt!) - Date.parse(firedAt!));
  console.log(`\ndelay record of ${seen.length}: p50 ${percentile(seen, 50)} ms, p95 ${percentile(seen, 95)} ms`);
  const slow = flips.filter((milliseconds) => milliseconds > size.bound).length;
  console.log(
    slow === 0
      ? `Within the bound: ${size.bound} ms from the instant's work to the flip.`
      : `Over the bound: ${slow} of ${flips.length} took more than ${size.bound} ms.`,
  );
  if (slow > 0) process.exitCode = 1;
}

function recordOf(data: string) {
  const catalog = openCatalog(data, 'npm run bench -- release');
  try {
    return publicationRecord(catalog.db, new Date('2100-01-01T00:00:00Z'));
  } finally {
    catalog.close();
  }
}

function currentManifest(data: string) {
  const releases = join(data, 'releases');
  return readManifest(join(releases, currentId(releases)!));
}

function start(data: string, [file, ...args]: string[], url: string, errors: 'inherit' | 'ignore' = 'inherit') {
  return spawn(process.execPath, [...process.execArgv, join(commands, file!), ...args], {
    env: { ...process.env, DATA_DIR: data, SITE_URL: url },
    stdio: ['ignore', 'pipe', errors],
  });
}

async function run(data: string, args: string[], url: string) {
  // 300 results at one instant make a first page that is over its budget, which a preparation says.
  const child = start(data, args, url, args.includes('prepare') ? 'ignore' : 'inherit');
  child.stdout.resume();
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0 && !args.includes('prepare')) throw new Error(`It ended with ${code}: ${args.join(' ')}`);
}

/** The first line of a process that says something. */
async function lineOf(child: ChildProcess, what: RegExp) {
  for await (const line of createInterface({ input: child.stdout! })) if (what.test(line)) return line;
  throw new Error(`A process ended before it said ${what.source}.`);
}

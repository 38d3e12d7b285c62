import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { exampleRows } from '../../content/example/rows.ts';
import { openCatalog } from '../../db/catalog/open.ts';
import { publicationRecord } from '../../db/catalog/publication-record.ts';
import { koreanStamp, parseInstant } from '../../db/clock.ts';
import { resultOperations } from '../../db/ingest/operations.ts';
import { readSettings } from '../../db/settings.ts';
import { seal } from '../../db/vault/seal.ts';
import { createOrigin } from '../../site/origin/origin.ts';
import { isIntact, sealedReleases } from '../../site/release/prepare/sealed-releases.ts';
import { openVault } from '../../site/release/prepare/vault.ts';
import { currentId } from '../../site/release/releases.ts';
import { verify } from '../../site/release/verify.ts';
import { factsIn } from '../db/ingest/odcloud/dump.ts';
import { finish, kill, start } from './child.ts';
import { freePort } from '../free-port.ts';
import { writeRows } from './write-rows.ts';

const command = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const ingest = command('db/ingest/command.ts');
const release = command('site/release/command.ts');
const publisher = command('site/publisher/command.ts');
const day = '2026-11-22';
const at = parseInstant(`${day}T19:30:00+09:00`);
/** Seconds before the instant at which a publisher starts. */
const lead = 2;

/**
 * Kills a preparation and a publication at random moments, the process alone and its whole group in turn; four publications to
 * one preparation. After each kill readers have the old site or the new one, whole; nothing of what is closed is outside the
 * private folder; and the next start ends the job, once, as if nobody had killed anything.
 */
export async function drill([times = '100']: string[]) {
  const room = mkdtempSync(join(tmpdir(), 'drill-killed-publication-'));
  const counts = { prepare: 0, publish: 0, old: 0, new: 0, failed: 0 };
  try {
    const site = await siteAddress();
    const from = await makeReady(room, site);
    for (let round = 0; round < Number(times); round++) {
      const data = join(room, `round-${round}`);
      const exercise = round % 5 === 0 ? 'prepare' : 'publish';
      cpSync(from[exercise], data, { recursive: true, verbatimSymlinks: true });
      try {
        if (exercise === 'prepare') await killPrepare(data, site, round % 2 === 0, from.preparing);
        else counts[await killPublish(data, site, round % 2 === 0, from)] += 1;
        counts[exercise] += 1;
      } catch (error) {
        counts.failed += 1;
        console.log(`round ${round + 1}, ${exercise}: ${(error as Error).message}`);
      }
      rmSync(data, { recursive: true, force: true });
    }
    console.log(
      `${counts.prepare} preparations; ${counts.publish} publications, ${counts.old} killed before the flip, ${counts.new} after`,
    );
    if (counts.failed > 0) process.exitCode = 1;
    return `${counts.prepare + counts.publish} passed, ${counts.failed} failed`;
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
}

/** The states to begin from, and what an undisturbed publication leaves. */
async function makeReady(room: string, site: Site) {
  const rows = join(room, 'rows');
  const prepare = join(room, 'before-prepare');
  const publish = join(room, 'before-publish');
  const after = join(room, 'after');
  mkdirSync(prepare);
  writeRows(rows, day);
  await finish(start([ingest, '--from', rows, '--now', `${day}T17:00:00+09:00`], prepare));
  await finish(start([release, 'build', '--now', `${day}T17:30:00+09:00`], prepare));
  await finish(start([release, 'publish', '--now', `${day}T17:31:00+09:00`], prepare));
  await sealResults(prepare);
  cpSync(prepare, publish, { recursive: true, verbatimSymlinks: true });
  const begun = performance.now();
  await finish(start(prepareCommand, publish, site.env));
  const preparing = performance.now() - begun;
  cpSync(publish, after, { recursive: true, verbatimSymlinks: true });
  const waiting = performance.now();
  await withOrigin(after, site, () => publishToTheEnd(after, site, -lead));
  return { prepare, publish, preparing, publishing: performance.now() - waiting, outcome: outcomeOf(after) };
}

type Undisturbed = { publishing: number; outcome: string };

const prepareCommand = [release, 'prepare', '--at', koreanStamp(at), '--now', `${day}T19:20:00+09:00`];

async function sealResults(data: string) {
  const vault = await openVault(readSettings({ DATA_DIR: data }));
  const rows = Object.groupBy(
    exampleRows(day).filter(({ operation }) =>
      resultOperations.some(({ name, holds }) => name === operation && holds !== 'score'),
    ),
    ({ operation }) => operation,
  );
  const closed = Object.fromEntries(
    Object.entries(rows).map(([name, some]) => [name, some!.map(({ row }) => row).filter(isDue)]),
  );
  await seal(vault.folder, vault.recipient, Buffer.from(JSON.stringify({ rows: closed })), at);
}

/** Of the example, the notice whose last receipt day is the day of the drill. */
function isDue(row: unknown) {
  return (row as { HOUSE_MANAGE_NO: string }).HOUSE_MANAGE_NO === dueNotice();
}

function dueNotice() {
  const ends = exampleRows(day)
    .filter(({ operation }) => operation === 'getAPTLttotPblancDetail')
    .map(({ row }) => row as Record<string, string | null>)
    .find((row) => row['RCEPT_ENDDE'] === day);
  return ends!['HOUSE_MANAGE_NO'];
}

async function killPrepare(data: string, { env }: Site, wholeGroup: boolean, takes: number) {
  const outside = outsideVault(data);
  const child = start(prepareCommand, data, env);
  await sleep(Math.random() * takes);
  if (child.exitCode === null) await kill(child, wholeGroup);
  await sleep(200); // A renderer that lost its parent ends itself.
  expect(outsideVault(data) === outside, 'a killed preparation changed something outside the vault');
  await finish(start(prepareCommand, data, env));
  const vault = join(data, 'vault');
  const { sealed, problems } = sealedReleases(vault);
  expect(
    sealed.length === 1 && isIntact(sealed[0]!) && problems.length === 0,
    'not exactly one sealed release is there',
  );
  expect(!readdirSync(vault).includes('preparing'), 'the private folder is still there');
  expect(outsideVault(data) === outside, 'a preparation changed something outside the vault');
}

async function killPublish(data: string, site: Site, wholeGroup: boolean, { publishing, outcome }: Undisturbed) {
  const releases = join(data, 'releases');
  const base = currentId(releases);
  return withOrigin(data, site, async () => {
    const child = start([publisher, '--now', before(lead)], data, site.env);
    child.stderr.resume();
    await sleep(Math.random() * publishing * 1.1);
    expect(child.exitCode === null, 'the publisher ended by itself');
    await kill(child, wholeGroup);
    const seen = currentId(releases)!;
    verify(join(releases, seen));
    await publishToTheEnd(data, site, 1);
    expect(outcomeOf(data) === outcome, 'it ended otherwise than one that nobody killed');
    return seen === base ? ('old' as const) : ('new' as const);
  });
}

/** Where readers see the site: sealed for one address, it is not published under another. */
type Site = { port: number; env: { SITE_URL: string } };

async function siteAddress(): Promise<Site> {
  const port = await freePort();
  return { port, env: { SITE_URL: `http://127.0.0.1:${port}/` } };
}

async function withOrigin<Result>(data: string, { port }: Site, work: () => Promise<Result>) {
  const origin = await createOrigin({ releases: join(data, 'releases'), port, host: '127.0.0.1', log: () => {} });
  try {
    return await work();
  } finally {
    await origin.close();
  }
}

/** Runs the publisher until what was sealed is published and put away. */
async function publishToTheEnd(data: string, { env }: Site, secondsAfter: number) {
  const child = start([publisher, '--now', before(-secondsAfter)], data, env);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  try {
    for (let tries = 0; !isOver(data); tries++) {
      expect(child.exitCode === null && tries < 1_200, `the publication did not come to its end. ${said}`);
      await sleep(50);
    }
  } finally {
    if (child.exitCode === null) await kill(child, true);
  }
}

function isOver(data: string) {
  const names = (folder: string) => {
    try {
      return readdirSync(join(data, 'vault', folder));
    } catch {
      return [];
    }
  };
  return names('published').length === 1 && names('releases').length === 0;
}

/** A digest of the facts, the record, and what readers see. */
function outcomeOf(data: string) {
  const releases = join(data, 'releases');
  const catalog = openCatalog(data, 'npm run drill');
  const record = publicationRecord(catalog.db, new Date('2100-01-01T00:00:00Z')).map(({ way, release: id }) => [
    way,
    id,
  ]);
  catalog.close();
  return digest([
    factsIn(data),
    record,
    currentId(releases),
    readFileSync(join(releases, 'current/manifest.json'), 'utf8'),
  ]);
}

/** A digest of every file that is not in the vault, but those that a database or a lock works with. */
function outsideVault(data: string) {
  const files = readdirSync(data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(data.length + 1))
    .filter((name) => !name.startsWith('vault/') && !name.startsWith('catalog.db'))
    .sort();
  return digest([files, factsIn(data), files.map((name) => digest(readFileSync(join(data, name), 'latin1')))]);
}

function digest(what: unknown) {
  return createHash('sha256').update(JSON.stringify(what)).digest('hex');
}

function before(seconds: number) {
  return koreanStamp(new Date(at.getTime() - seconds * 1000));
}

function expect(condition: boolean, otherwise: string): asserts condition {
  if (!condition) throw new Error(otherwise);
}

import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { koreanStamp } from '../../db/clock.ts';
import { makeIdentity } from '../../db/vault/identity.ts';
import { digestOf } from '../../site/release/seal-file.ts';
import { competitionOf } from '../db/ingest/odcloud/sample-rows.ts';
import { checkoutFolders } from './checkout-folders.ts';
import { finderOf } from './finder-of.ts';
import { buildSite, furnish, publishSite, sealPackage, startPreparing, takeRows } from './first-steps.ts';
import { newMachine } from './machine.ts';
import { before, ids, instant } from './notices.ts';
import { privateRoom, searcherOf } from './searcher-of.ts';
import { sealByAge, sealedAfter } from './sealing.ts';
import { secretsOf } from './secrets-of.ts';
import { watcherOf } from './snapshot.ts';
import { few } from './worlds.ts';

/* One machine on which preparations go wrong, one after the other. */

const world = few();
const [unwell, heavy] = [secretsOf('55091'), secretsOf('55092')];
const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
const machine = newMachine(folder, 'http://127.0.0.1:9');
const { dataDir, temporary, home, cwd } = machine;
const room = join(dataDir, privateRoom);
const rendererFile = join(home, 'renderer.pid');
let recipient: string;
/** What the publisher said when a package came late that makes a page too heavy. */
let told: string;

beforeAll(async () => {
  recipient = await makeIdentity(join(folder, 'identity'));
  furnish(machine, readFileSync(join(folder, 'identity'), 'utf8'));
  await takeRows(machine, world);
  for (const each of world.packages) await sealPackage(machine, each);
  await buildSite(machine);
  expect(await publishSite(machine)).toMatchObject({ code: 0 });
}, 120_000);

beforeEach(() => void look());
afterAll(() => machine.remove());

const look = watcherOf(dataDir);
const find = finderOf([...Object.values(world.secrets).flat(), ...unwell.values, ...heavy.values]);
const foundOutside = searcherOf(find, { dataDir, others: [temporary, home, cwd, ...checkoutFolders] });
const foundInRoom = () => searcherOf(find, { dataDir: room, others: [] })();

function expectNothingInClear(said: string) {
  expect(existsSync(room)).toBe(false);
  expect([...foundOutside(), ...find(said)]).toEqual([]);
}

/** Nothing has changed about a public file, nor how many names it has. */
function expectUntouchedReleases() {
  expect(look().touched.filter((path) => path.startsWith('releases/'))).toEqual([]);
}

/** Starts a preparation of which the renderer has a habit. @param through as a machine takes it. */
function prepareWithRenderer(HABIT: string, through: string[] = []) {
  const NODE_OPTIONS = `--import ${new URL('./renderer.mjs', import.meta.url).href}`;
  const environment = { NODE_OPTIONS, HABIT, SECRET: world.secrets.forTheInstant[1]! };
  return startPreparing(machine, { environment, through });
}

test.each([
  ['begins', 'facts.db'],
  ['ends', `results/${ids.due}/index.html`],
])(
  'a preparation that is killed when rendering %s leaves what is closed in the private room alone, until the next start',
  { timeout: 60_000 },
  async (moment, place) => {
    rmSync(rendererFile, { force: true });
    const preparing = prepareWithRenderer(`stands still before it ${moment}`);
    while (!existsSync(rendererFile) || !foundInRoom().some((found) => found.includes(`${place}: `)))
      if (await Promise.race([preparing.ended.then(() => true), sleep(50)])) break;
    preparing.kill('SIGKILL');
    const { code, said } = await preparing.ended;
    expect(code, said).toBe(null);
    process.kill(Number(readFileSync(rendererFile)), 'SIGKILL');
    expect(foundInRoom()).not.toEqual([]);
    expect([...foundOutside(), ...find(said)]).toEqual([]);
    for (const closed of [room, join(dataDir, 'vault')]) expect(statSync(closed).mode & 0o777).toBe(0o700);
    expectUntouchedReleases();

    const next = machine.start(['standingStill', before(4)]);
    while (!next.said().includes('Next publication')) await sleep(50);
    next.kill('SIGTERM');
    expectNothingInClear((await next.ended).said);
  },
);

test('a renderer that tells what is closed and fails is not heard, and what it wrote is gone', async () => {
  const { code, said } = await prepareWithRenderer('tells').ended;
  expect(code, said).toBe(1);
  expect(said).toContain('The pages could not be rendered');
  expectNothingInClear(said);
  expectUntouchedReleases();
});

// Only Linux can limit the files of a program that runs.
const withoutLimits = process.platform !== 'linux';

test(
  'a preparation that cannot write its ciphertext leaves nothing',
  { timeout: 60_000, skip: withoutLimits },
  async () => {
    const through = ['sh', '-c', 'trap "" XFSZ; exec "$@"', 'sh'];
    const { code, said } = await prepareWithRenderer('leaves no room', through).ended;
    expect(code, said).toBe(1);
    expect(said).toContain('EFBIG');
    expectNothingInClear(said);
    expectUntouchedReleases();
  },
);

test('a package that comes late makes the publisher prepare anew, without a word', { timeout: 90_000 }, async () => {
  const publisher = machine.start(['publisher', '--now', before(280)]);
  const first = await sealedAfter(machine, []);
  const names = Array.from({ length: 40 }, (_, i) => `${heavy.name()} ${noise(String(i))}`);
  const rows = names.map((RESIDE_SENM, i) => ({ ...competitionOf(ids.due), MODEL_NO: String(i + 10), RESIDE_SENM }));
  await sealPackage(machine, { at: koreanStamp(instant), rows: { getAPTLttotPblancCmpet: rows } });
  await sealedAfter(machine, first);
  publisher.kill('SIGTERM');
  told = (await publisher.ended).said;
  expect(told.match(/is prepared and sealed/g)).toHaveLength(1);
  expectNothingInClear(told);
  expectUntouchedReleases();
});

test('that a page grows too heavy by closed rows is told without which one it is, or by how much', () => {
  expect(told.match(/^A page .*$/gm)).toEqual([
    'A page of the prepared site is over 14 kB (gzip). It is sealed all the same; which page it is, the release will tell after its instant.',
  ]);
});

test('packages that are not well are told of without a value', { timeout: 60_000 }, async () => {
  const row = (id: string, more: object) => ({ ...competitionOf(id, `${unwell.count()}`, unwell.rate()), ...more });
  const rows = [row(ids.due, { REQ_CNT: unwell.name() }), row(ids.unknown, {}), row(ids.heldByOrder, {})];
  for (const each of rows) await sealByAge(machine, recipient, { getAPTLttotPblancCmpet: [each] });
  const { code, said } = await startPreparing(machine).ended;
  expect(code, said).toBe(1);
  expect(said.match(/^Package \w+\.age of the vault (is left out|has rows that stay closed)/gm)).toHaveLength(3);
  expectNothingInClear(said);
  expectUntouchedReleases();
});

/** Text that hardly becomes smaller. */
function noise(seed: string) {
  return Array.from({ length: 20 }, (_, i) => digestOf(Buffer.from(`${seed} ${i}`))).join(' ');
}

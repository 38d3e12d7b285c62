import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeIdentity } from '../../db/vault/identity.ts';
import { createOrigin, type Origin } from '../../site/origin/origin.ts';
import { missing } from './answers-of.ts';
import { checkoutFolders } from './checkout-folders.ts';
import { finderOf } from './finder-of.ts';
import { live, stepNames } from './life.ts';
import { newMachine, type Machine } from './machine.ts';
import { ids } from './notices.ts';
import { overTheInstant } from './over-the-instant.ts';
import { privateRoom, searcherOf } from './searcher-of.ts';
import { strangersFromNowOn } from './strangers.ts';
import { few, many, nothing } from './worlds.ts';

type Lived = Awaited<ReturnType<typeof live>> & { machine: Machine; found: string[] };

const worlds = { few: few(), many: many(), nothing };
type Name = keyof typeof worlds;
const lives = {} as Record<Name, Lived>;
const root = mkdtempSync(join(tmpdir(), 'lighthouse-'));
const machines: Machine[] = [];
const strangers = strangersFromNowOn();
let origin: Origin;

beforeAll(async () => {
  // Readers see one of the worlds at the address that all have.
  const releases = join(root, 'few', 'data', 'releases');
  origin = await createOrigin({ releases, port: 0, host: '127.0.0.1', wait: true, log: () => {} });
  await makeIdentity(join(root, 'identity'));
  // Two at a time: more would only wait for each other.
  await Promise.all([letLive('few').then(() => letLive('nothing')), letLive('many')]);
}, 300_000);

afterAll(async () => {
  await origin.close();
  for (const machine of machines) machine.remove();
  rmSync(root, { recursive: true });
});

async function letLive(name: Name) {
  const machine = newMachine(join(root, name), origin.url);
  machines.push(machine);
  const find = finderOf(secretsIn(name));
  const { dataDir, temporary, home, cwd } = machine;
  const look = searcherOf(find, { dataDir, others: [temporary, home, cwd, ...checkoutFolders] });
  const found: string[] = [];
  const search = (said: string) => void found.push(...look(), ...find(said).map((form) => `said: ${form}`));
  const identity = readFileSync(join(root, 'identity'), 'utf8');
  lives[name] = { machine, found, ...(await live(worlds[name], { machine, identity, search })) };
}

function secretsIn(name: Name) {
  return Object.values(worlds[name].secrets).flat();
}

describe.each(stepNames)('%s:', (name) => {
  // So what is seen also does not change by chance.
  test('the same is seen, to the byte, whatever is closed', () => {
    expect(lives.many.steps[name]).toEqual(lives.few.steps[name]);
  });

  test('the same is seen, but for the packages in the vault, when nothing is closed', () => {
    const withoutPackages = ({ snapshot, ...step }: Lived['steps'][typeof name]) => ({
      ...step,
      ...snapshot,
      vault: snapshot.vault.filter((line) => line.startsWith('vault/releases')),
    });
    expect(withoutPackages(lives.nothing.steps[name])).toEqual(withoutPackages(lives.few.steps[name]));
  });
});

test('every step succeeds', () => {
  for (const { steps, sealing } of Object.values(lives))
    for (const [name, { code, said }] of [
      ...Object.entries(steps),
      ...sealing.map((each) => ['sealing', each] as const),
    ])
      expect(code, `${name}: ${said}`).toBe(name.includes('killed') ? null : 0);
});

test('sealing says the same, whatever is sealed', () => {
  expect(lives.many.sealing).toEqual(lives.few.sealing);
});

test('a page that is not there yet is answered like one that never will be', () => {
  for (const { steps } of Object.values(lives)) {
    const { answers } = steps['publisher killed a millisecond before'].answers!;
    const [one, ...others] = missing.map((path) => answers[path]);
    expect(one).toMatchObject({ status: 404 });
    for (const other of others) expect(other).toEqual(one);
  }
});

test.each(['few', 'many'] as const)('before the instant no closed value is found anywhere: %s', (name) => {
  const find = finderOf(secretsIn(name));
  const beside = strangers().flatMap((folder) => searcherOf(find, { dataDir: folder, others: [] })());
  expect([...lives[name].found, ...beside]).toEqual([]);
});

test('after the instant all that was sealed for it is found, and nothing else', { timeout: 60_000 }, async () => {
  const { machine } = lives.few;
  const { inFiles, forTheInstant, forLater } = worlds.few.secrets;
  const { code, said } = await overTheInstant(machine);
  expect(code, said).toBe(0);
  expect(said).toContain('was sealed, flipped');

  const current = join(machine.dataDir, 'releases', 'current', 'client');
  const pages = [ids.due, ids.dueToo, ids.remainderDue].map((id) => join(current, 'results', id, 'index.html'));
  for (const value of forTheInstant)
    for (const ending of ['', '.gz', '.br'])
      expect(
        pages.filter((page) => finderOf([value])(readFileSync(page + ending)).length > 0),
        value,
      ).toHaveLength(1);
  const rest = searcherOf(finderOf([...inFiles, ...forLater]), {
    dataDir: machine.dataDir,
    others: [machine.temporary],
  });
  expect([...rest(), ...finderOf([...inFiles, ...forTheInstant, ...forLater])(said)]).toEqual([]);
  const published = searcherOf(finderOf(forTheInstant), { dataDir: machine.dataDir, others: [] })();
  for (const place of ['catalog.db', 'data/competition.json.br', 'data/special-supply.json.gz'])
    expect(published.join('\n')).toContain(place);
  expect(existsSync(join(machine.dataDir, privateRoom))).toBe(false);
});

import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeIdentity } from '../../db/vault/identity.ts';
import { buildOnDemandPages } from '../../site/on-demand/build.ts';
import { siteUrl } from '../notifier/web/web-here.ts';
import { madeOnce } from '../rendered-once.ts';
import { finderOf } from './finder-of.ts';
import { setClock } from './hand-clock.ts';
import { newMachine, type Machine } from './machine.ts';
import { before, ids } from './notices.ts';
import { arrivalsFromNowOn } from './notifier/arrivals.ts';
import { live } from './notifier/live.ts';
import { makeKeys } from './notifier/people.ts';
import { surroundingsIn, type Surroundings } from './notifier/surroundings.ts';
import { few, nothing } from './worlds.ts';

/*
 * Two machines that differ in what is closed alone: results in the files and in the vault of one, none on the other. On each a notifier
 * has the DATA_DIR of the publisher, as under `npm start`, with the same keys, people and clock. It reads the public site; the site of
 * one goes over the instant.
 */

const worlds = { few: few(), nothing };
type Name = keyof typeof worlds;
type Lived = Awaited<ReturnType<typeof live>>;

const secrets = Object.values(worlds.few.secrets).flat();
const root = mkdtempSync(join(tmpdir(), 'lighthouse-'));
const arrivals = arrivalsFromNowOn();
const lives = {} as Record<Name, Lived>;
const machines: Machine[] = [];
const surroundings = {} as Record<Name, Surroundings>;
let after: Awaited<ReturnType<Lived['overTheInstant']>>;
/** The pages of results as readers get them after the instant. */
let readable = '';

beforeAll(async () => {
  const keys = join(root, 'of-the-notifier');
  makeKeys(keys);
  await makeIdentity(join(root, 'identity'));
  const pages = builtPages();
  await Promise.all([pages, letLive('few', { keys, pages }), letLive('nothing', { keys, pages })]);
  after = await lives.few.overTheInstant();
  for (const id of [ids.due, ids.dueToo, ids.remainderDue])
    readable += await (await fetch(new URL(`/results/${id}/`, surroundings.few.site))).text();
}, 240_000);

afterAll(async () => {
  arrivals.stop();
  for (const machine of machines) machine.remove();
  await Promise.all(Object.values(surroundings).map((around) => around.close()));
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
});

async function builtPages() {
  const pages = join(root, 'pages');
  await madeOnce('pages-of-alerts', pages, (folder) => buildOnDemandPages({ folder, siteUrl }));
  return pages;
}

async function letLive(name: Name, { keys, pages }: { keys: string; pages: Promise<string> }) {
  const folder = join(root, name);
  mkdirSync(folder);
  const clockFile = join(folder, 'clock');
  setClock(clockFile, before(8_990));
  const around = await surroundingsIn(folder, clockFile);
  const machine = newMachine(folder, around.site);
  surroundings[name] = around;
  machines.push(machine);
  const identity = readFileSync(join(root, 'identity'), 'utf8');
  lives[name] = await live(worlds[name], { machine, around, arrivals, clockFile, pages, keys, identity, secrets });
}

describe.each([
  ['while it reminds and people subscribe', 'told'],
  ['a hundredth of a second before the instant', 'waiting'],
] as const)('%s', (_, stage) => {
  // So what is seen also does not change by chance.
  test('a notifier writes, says, answers and sends the same, whatever is closed', () => {
    expect(lives.few[stage].seen).toEqual(lives.nothing[stage].seen);
  });

  test('no closed value is in anything of a notifier, nor on its machine', () => {
    for (const { found, foundAnywhere } of [lives.few[stage], lives.nothing[stage]])
      expect([...found, ...foundAnywhere]).toEqual([]);
  });
});

test('there is something to look at: alerts before the instant, in files and as push, and a mail', () => {
  const { told, waiting } = lives.few;
  expect(told.seen.files.filter((file) => file.includes('접수가 오늘'))).toHaveLength(12);
  expect(told.seen.pushes).toHaveLength(9);
  expect(waiting.seen.mails).toHaveLength(1);
});

test('nothing goes out while the clock stands before the instant, though the site shows the results', () => {
  expect(after.seen.said.join()).toContain(`Told of 3 events: results-${ids.due}`);
  expect(after.early).toEqual([0, 0]);
});

test('from the instant on everybody hears that results are out, and where', () => {
  const results = [ids.due, ids.dueToo, ids.remainderDue];
  const pushes = after.seen.pushes.map(({ at, path, payload }) => {
    const { title, navigate } = (payload as { notification: { title: string; navigate: string } }).notification;
    return `${at} ${path} ${title} ${navigate}`;
  });
  expect(pushes.filter((push) => push.includes('/results/')).sort()).toEqual([
    ...results.map((id) => news(before(0), '/push/1', id)),
    ...results.map((id) => news(before(0), '/push/3', id)),
    news(before(-1_800), '/push/2', ids.due),
  ]);
  const linksTo = (to: string) =>
    after.seen.mails
      .filter((mail) => mail.to === to)
      .flatMap(({ text }) => text.match(/http:\/\/site\/results\/\d+\//g) ?? [])
      .sort();
  for (const reader of ['reader', 'newcomer', 'digest'])
    expect(linksTo(`${reader}@example.kr`), reader).toEqual(results.map((id) => `http://site/results/${id}/`));
});

function news(at: string, path: string, id: string) {
  return `${at} ${path} 단지 ${id} 청약 결과가 공개되었습니다 http://site/results/${id}/`;
}

test('no rate, count, score or name of them is in anything that it writes, says, answers or sends', () => {
  expect(after.found).toEqual([]);
  const { pushes, mails } = after.seen;
  const words = [...pushes.map(({ payload }) => payload), ...mails.map(({ text, html }) => [text, html])];
  expect(JSON.stringify(words)).not.toMatch(/경쟁률|당첨\s*가점|△|\d\s*(:|대)\s*1(?!\d)/);
});

test('all of them were within its reach by then', () => {
  for (const value of worlds.few.secrets.forTheInstant) expect(finderOf([value])(readable), value).not.toEqual([]);
});

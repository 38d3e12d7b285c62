import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recordBuild } from '../../../db/catalog/releases.ts';
import { fixedClock, koreanInstant } from '../../../db/clock.ts';
import { publish, rollback } from '../../../site/release/publish.ts';
import { currentId, releaseIds, removeLeftovers } from '../../../site/release/releases.ts';
import { removeOld } from '../../../site/release/retention.ts';
import { freshCatalog, freshFolder } from '../../fresh.ts';
import { page, sealed } from './finished-site.ts';

function press() {
  const releases = freshFolder();
  const { db } = freshCatalog();
  const at = (hour: string) => ({ releases, db, clock: fixedClock(koreanInstant('2026-11-22', hour)) });
  const make = async (hour: string) => {
    const manifest = await sealed(releases, { 'index.html': page(hour) }, hour);
    const { id, asOf, tree, files } = manifest;
    recordBuild(db, { id, asOf, tree, files: Object.keys(files).length }, at(hour).clock);
    return id;
  };
  const shown = () => readFileSync(join(releases, 'current/client/index.html'), 'utf8');
  return { releases, at, make, shown };
}

test('the newest release is published, and readers see it', async () => {
  const { at, make, shown, releases } = press();
  await make('09:00');
  const newest = await make('17:30');
  expect(publish(at('17:31'))).toBe(newest);
  expect(currentId(releases)).toBe(newest);
  expect(shown()).toBe(page('17:30'));
});

test('a release that speaks of an instant to come is refused, and nothing changes', async () => {
  const { at, make, shown } = press();
  await make('09:00');
  publish(at('09:01'));
  const early = await make('19:30');
  expect(() => publish(at('19:29'), early)).toThrow('speaks of 2026-11-22T19:30:00+09:00, which has not come');
  expect(shown()).toBe(page('09:00'));
});

test.each([
  ['a page with other bytes', (client: string) => appendFileSync(join(client, 'index.html'), ' '), 'has other bytes'],
  ['a missing twin', (client: string) => rmSync(join(client, 'index.html.br')), 'index.html.br is missing'],
  ['a file too many', (client: string) => writeFileSync(join(client, 'more.html'), ''), 'is not in its manifest'],
  ['a link too many', (client: string) => symlinkSync('/etc', join(client, 'etc')), 'is not in its manifest'],
  ['no manifest', (client: string) => rmSync(join(client, '../manifest.json')), 'manifest.json is missing'],
  ['half a manifest', (client: string) => writeFileSync(join(client, '../manifest.json'), '{'), 'is broken'],
])('a release with %s is not published, and readers keep the old one', async (_, damage, reason) => {
  const { releases, at, make, shown } = press();
  await make('09:00');
  publish(at('09:01'));
  const damaged = await make('17:30');
  damage(join(releases, damaged, 'client'));
  expect(() => publish(at('17:31'), damaged)).toThrow(reason);
  expect(shown()).toBe(page('09:00'));
});

test('going back shows what readers saw before, step by step, and says when there is nothing', async () => {
  const { at, make, shown } = press();
  for (const hour of ['09:00', '17:30', '19:30']) {
    await make(hour);
    publish(at(hour));
  }
  rollback(at('19:40'));
  expect(shown()).toBe(page('17:30'));
  rollback(at('19:41'));
  expect(shown()).toBe(page('09:00'));
  expect(() => rollback(at('19:42'))).toThrow('no earlier published release');
});

test('an older release is not published by mistake', async () => {
  const { at, make } = press();
  const morning = await make('09:00');
  await make('17:30');
  publish(at('17:31'));
  expect(() => publish(at('17:32'), morning)).toThrow('To go back, run "npm run release -- rollback"');
});

test('of two releases of one minute the later one is the newer, whatever their digests', async () => {
  const { releases, at } = press();
  for (const text of ['가', '나', '다', '라']) {
    const { id } = await sealed(releases, { 'index.html': page(text) }, '09:00');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(publish(at('09:01'))).toBe(id);
  }
});

test.each(['2026-11-22T0900-00000000', '../../etc', '.building-x', ''])('"%s" is no release to publish', async (id) => {
  const { at, make } = press();
  await make('09:00');
  expect(() => publish(at('09:01'), id)).toThrow(/There is no release/);
});

test('without a release the sentence says what to run', () => {
  expect(() => publish(press().at('09:00'))).toThrow('Run "npm run release -- build" first');
});

test('a link that a killed publication left does not stand in the way', async () => {
  const { releases, at, make } = press();
  symlinkSync('nowhere', join(releases, 'current.next'));
  const id = await make('09:00');
  publish(at('09:01'));
  expect(currentId(releases)).toBe(id);
});

test('old releases go, the newest and the current stay', async () => {
  const { releases, at, make } = press();
  const first = await make('01:00');
  publish(at('01:00'));
  for (let hour = 2; hour <= 11; hour++) await make(`${String(hour).padStart(2, '0')}:00`);
  expect(removeOld(releases)).toHaveLength(2);
  expect(releaseIds(releases)).toContain(first);
  expect(releaseIds(releases)).toHaveLength(9);
});

test('what a killed build left is no release and is cleared away', () => {
  const { releases } = press();
  mkdirSync(join(releases, '.building-x/client'), { recursive: true });
  expect(releaseIds(releases)).toEqual([]);
  removeLeftovers(releases);
  expect(existsSync(join(releases, '.building-x'))).toBe(false);
});

import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { removeLeftovers } from '../../../../site/release/releases.ts';
import { freshFolder } from '../../../fresh.ts';
import { page } from '../finished-site.ts';
import { afterIt, aPreparation, contentOf, inodesOf } from './a-preparation.ts';

test('the staged folder holds every public file of the base as the same file, beside it empty ones, and nothing else', async () => {
  const it = await aPreparation(freshFolder());
  const { folder, base } = it.stage();
  expect(base).toEqual(it.base);
  expect(dirname(folder)).toBe(it.releases);
  expect(basename(folder)).toMatch(/^\.building-/);
  expect(readdirSync(folder)).toEqual(['blank', 'client']);
  const blank = Object.values(contentOf(join(folder, 'blank')));
  expect(blank).toEqual(Array.from({ length: Math.ceil(Object.keys(base.files).length * 0.3) }, () => blank[0]));
  const [staged, inBase] = [inodesOf(join(folder, 'client')), inodesOf(join(it.baseFolder, 'client'))];
  expect(Object.keys(staged)).toEqual(Object.keys(inBase));
  const files = Object.keys(staged).filter((name) => contentOf(join(folder, 'client'))[name] !== 'a folder');
  expect(files).toContain('results/1/index.html.br');
  for (const name of files) expect(staged[name]).toBe(inBase[name]);
});

test('it is the same whatever is sealed, or nothing', async () => {
  const staged = [];
  for (const after of [afterIt, { ...afterIt, 'results/2/index.html': page('경쟁률 99.00') }, null]) {
    const it = await aPreparation(freshFolder(), after ? { after } : {});
    if (after) await it.seal();
    staged.push(contentOf(it.stage().folder));
  }
  expect(staged[1]).toEqual(staged[0]);
  expect(staged[2]).toEqual(staged[0]);
});

test('a base that is not whole is refused, and nothing is left', async () => {
  const it = await aPreparation(freshFolder());
  writeFileSync(join(it.baseFolder, 'client/about.html'), 'other');
  expect(it.stage).toThrow('about.html has other bytes');
  rmSync(join(it.baseFolder, 'client/about.html'));
  expect(it.stage).toThrow('about.html is missing');
  expect(readdirSync(it.releases)).toEqual([it.base.id]);
});

test('what is left of one is cleared away as that of a build is', async () => {
  const it = await aPreparation(freshFolder());
  it.stage();
  removeLeftovers(it.releases);
  expect(readdirSync(it.releases)).toEqual([it.base.id]);
  expect(contentOf(it.baseFolder)).toHaveProperty(['client/about.html']);
});

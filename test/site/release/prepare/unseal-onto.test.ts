import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { koreanInstant } from '../../../../db/clock.ts';
import { sealedReleases } from '../../../../site/release/prepare/sealed-releases.ts';
import { unsealOnto } from '../../../../site/release/prepare/unseal-onto.ts';
import { verify } from '../../../../site/release/verify.ts';
import { freshFolder } from '../../../fresh.ts';
import { page, sealed as sealedSite } from '../finished-site.ts';
import { aPreparation, beforeIt, contentOf, inodesOf, type Preparation, type Site } from './a-preparation.ts';

const prepared = (sites?: { before?: Site; after?: Site }) => aPreparation(freshFolder(), sites);

/** Seals, unseals, and holds what comes out against the release that went in, and the base against what it was. */
async function expectUnsealed(it: Preparation) {
  const [before, inodes] = [contentOf(it.baseFolder), inodesOf(it.baseFolder)];
  const manifest = await it.unseal(await it.seal());
  expect(manifest).toEqual(it.target);
  expect(verify(it.release)).toEqual(it.target);
  expect(contentOf(it.release)).toEqual(contentOf(it.targetFolder));
  expect(contentOf(it.baseFolder)).toEqual(before);
  expect(inodesOf(it.baseFolder)).toEqual(inodes);
}

test('what was sealed comes out as the release that went in, and the base keeps its bytes', async () => {
  await expectUnsealed(await prepared());
});

test('a file that says the same is the same file, one that changed is another', async () => {
  const it = await prepared();
  await it.unseal(await it.seal());
  const [base, release] = [inodesOf(it.baseFolder), inodesOf(it.release)];
  for (const name of ['client/about.html', 'client/about.html.br', 'client/about.html.gz', 'client/icon.png'])
    expect(release[name]).toBe(base[name]);
  for (const name of ['client/index.html', 'client/index.html.br', 'client/results/1/index.html', 'manifest.json'])
    expect(Object.values(base)).not.toContain(release[name]);
});

test.each<[string, Site, Site]>([
  ['a file becomes a folder', { a: 'file' }, { 'a/index.html': page('가') }],
  ['a folder becomes a file', { 'a/b/index.html': page('가'), 'a/c.html': page('나') }, { a: 'file' }],
  ['a folder with the name of a page becomes that page', { 'a.html/b.html': page('가') }, { 'a.html': page('나') }],
  ['the only page of a folder goes', { 'a/b/c.html': page('가'), 'a/d.html': page('나') }, { 'a/d.html': page('나') }],
  ['the only page of a folder gives way to another', { 'a/b.html': page('가') }, { 'a/c.html': page('가') }],
  ['a page becomes too small for twins', { 'a.html': page('가') }, { 'a.html': 'short' }],
  ['a page becomes large enough for twins', { 'a.html': 'short' }, { 'a.html': page('가') }],
  ['a file of some megabytes changes', { 'data/a.json': '[1]' }, { 'data/a.json': '[1,2,3]'.repeat(400_000) }],
  ['a file becomes empty', { 'a.html': page('가'), 'b.txt': 'x' }, { 'a.html': '', 'b.txt': '' }],
  ['everything gives way', { 'a.html': page('가'), 'b/c.html': page('나') }, { 'd.html': page('가') }],
  ['nothing changes but the report', { 'a.html': page('가') }, { 'a.html': page('가') }],
  [
    'names are those of every object',
    { constructor: 'x', valueOf: 'x', 'a.html': page('가') },
    { constructor: 'x', valueOf: 'y', toString: 'z' },
  ],
])('%s', async (_, before, after) => {
  await expectUnsealed(await prepared({ before, after }));
});

test('a file with one twin alone comes out of either', async () => {
  const it = await prepared();
  for (const [path, kept, dropped] of [
    ['index.html', 'br', 'gz'],
    ['results/1/index.html', 'gz', 'br'],
  ] as const) {
    expect(it.target.files[path]![kept]).toBeDefined();
    delete it.target.files[path]![dropped];
    rmSync(join(it.targetFolder, 'client', `${path}.${dropped}`));
  }
  writeFileSync(join(it.targetFolder, 'manifest.json'), JSON.stringify(it.target));
  await expectUnsealed(it);
});

test('a release that is there already, whole, is as good', async () => {
  const it = await prepared();
  const sealed = await it.seal();
  await it.unseal(sealed);
  const [content, inodes] = [contentOf(it.release), inodesOf(it.release)];
  expect(await it.unseal(sealed)).toEqual(it.target);
  expect(contentOf(it.release)).toEqual(content);
  expect(inodesOf(it.release)).toEqual(inodes);
});

test('a folder that has the name and is something else stays, and the site is held', async () => {
  const it = await prepared();
  const sealed = await it.seal();
  await it.unseal(sealed);
  writeFileSync(join(it.release, 'client/index.html'), 'other');
  const content = contentOf(it.release);
  expectSays(it, await it.unseal(sealed), 'Another folder has its name');
  expect(contentOf(it.release)).toEqual(content);
});

test('onto another release, or at another instant, nothing is unsealed', async () => {
  const it = await prepared();
  const sealed = await it.seal();
  const other = await sealedSite(it.releases, { ...beforeIt, 'about.html': page('다른') }, '18:00');
  expectHeld(it, await it.unseal(sealed, { ...it.stage(), base: other }), 'difference to another release');
  const early = koreanInstant('2026-11-22', '19:29');
  expectHeld(it, await unsealOnto({ ...it, staged: it.stage(), sealed, at: early }), 'It is for another instant');
});

test.each([
  ['at', '2026-11-22T18:00:00+09:00'],
  ['base', '2026-11-22T1800-00000000'],
  ['facts', 'other facts'],
  ['packages', 'other packages'],
  ['preparedAt', '2026-11-22T19:10:00+09:00'],
])('a note that says another "%s" than what was sealed opens nothing', async (field, value) => {
  const it = await prepared();
  const sealed = await it.seal();
  const note = { ...sealed.note, [field]: value };
  writeFileSync(sealed.path.replace('.age', '.json'), JSON.stringify(note));
  const [tampered] = sealedReleases(it.vault).sealed;
  expect(tampered!.note).toEqual(note);
  const staged = it.stage();
  const opened = await unsealOnto({ ...it, staged, sealed: tampered!, at: new Date(note.at) });
  expectHeld(it, opened, 'Its note says something else');
});

test('what was sealed to another machine stays closed', async () => {
  const [it, other] = [await prepared(), await prepared()];
  expectHeld(it, await it.unseal(await other.seal()), 'another recipient');
});

test('a base whose manifest is another by as much as a twin is another base', async () => {
  const it = await prepared();
  const sealed = await it.seal();
  const staged = it.stage();
  staged.base.files['about.html']!.br!.sha256 = '0'.repeat(64);
  expectHeld(it, await it.unseal(sealed, staged), 'does not add up');
});

test('what the disk refuses is said without a name, and what is left does not look like a release', async () => {
  const it = await prepared();
  const staged = it.stage();
  const inTheWay = join(staged.folder, 'client/results/2/index.html');
  mkdirSync(inTheWay, { recursive: true });
  const before = contentOf(it.baseFolder);
  expectHeld(it, await it.unseal(await it.seal(), staged), 'It could not be brought beside the other releases (E');
  expect(contentOf(it.baseFolder)).toEqual(before);
});

test('a staged folder that went meanwhile is said', async () => {
  const it = await prepared();
  const staged = it.stage();
  rmSync(staged.folder, { recursive: true });
  expectHeld(it, await it.unseal(await it.seal(), staged), '(ENOENT).');
});

test('a ciphertext that went meanwhile is said', async () => {
  const it = await prepared();
  const sealed = await it.seal();
  renameSync(sealed.path, `${sealed.path}.away`);
  expectHeld(it, await it.unseal(sealed), '(ENOENT).');
});

/** Beside the base lies nothing that could be taken for a release, and the sentence names the random file alone. */
function expectHeld(it: Preparation, outcome: object, sentence: string) {
  expect(readdirSync(it.releases)).not.toContain(it.target.id);
  expectSays(it, outcome, sentence);
}

function expectSays({ target, dataDir }: Preparation, outcome: object, sentence: string) {
  const { problem } = outcome as { problem: string };
  expect(problem).toMatch(/^Sealed release [0-9a-f]{32}\.age cannot be unsealed\. [A-Z]/);
  expect(problem).toContain(sentence);
  for (const closed of [target.id, target.tree.slice(0, 8), 'html', dataDir]) expect(problem).not.toContain(closed);
}

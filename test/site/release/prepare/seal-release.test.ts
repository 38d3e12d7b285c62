import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isIntact, removeSealed, sealedReleases } from '../../../../site/release/prepare/sealed-releases.ts';
import { vaultFiles } from '../../../../db/vault/open-packages.ts';
import { freshFolder } from '../../../fresh.ts';
import { page } from '../finished-site.ts';
import { afterIt, aPreparation, beforeIt, headers } from './a-preparation.ts';

const prepared = () => aPreparation(freshFolder());
const folderOf = ({ vault }: { vault: string }) => join(vault, 'releases');

test('only the owner can read what was sealed, its note and their folder', async () => {
  const it = await prepared();
  const { file } = await it.seal();
  const modeOf = (path: string) => statSync(path).mode & 0o777;
  expect([modeOf(it.vault), modeOf(folderOf(it))]).toEqual([0o700, 0o700]);
  for (const name of [file, file.replace('.age', '.json')]) expect(modeOf(join(folderOf(it), name))).toBe(0o600);
  expect(readdirSync(folderOf(it))).toHaveLength(2);
});

test('the note says what it is for and which ciphertext it belongs to, and nothing else', async () => {
  const it = await prepared();
  const { file, path, note } = await it.seal();
  expect(file).toMatch(/^[0-9a-f]{32}\.age$/);
  expect(note).toEqual({
    format: 1,
    ...it.purpose,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
    bytes: statSync(path).size,
  });
  expect(JSON.parse(readFileSync(path.replace('.age', '.json'), 'utf8'))).toEqual(note);
  expect(sealedReleases(it.vault)).toEqual({ sealed: [{ file, path, note }], problems: [] });
});

test('two that differ in what changes, how much and how many files have the same size', async () => {
  const sizes = [];
  for (const after of [beforeIt, afterIt, { ...afterIt, ...manyPages() }]) {
    const { note } = await (await aPreparation(freshFolder(), { after })).seal();
    sizes.push(note.bytes);
  }
  expect(new Set(sizes).size).toBe(1);
});

test('neither the ciphertext nor the note holds anything of the sealed pages in clear', async () => {
  const it = await prepared();
  const { path } = await it.seal();
  const bytes = readFileSync(path).toString('latin1') + readFileSync(path.replace('.age', '.json'), 'latin1');
  for (const closed of ['results/2', it.target.id, it.target.tree, headers, ...Object.keys(it.target.files)])
    expect(bytes).not.toContain(closed);
});

test('a release that is not whole is not sealed, and the sentence names no file', async () => {
  const it = await prepared();
  for (const path of ['results/2/index.html.gz', 'results/2/index.html.br']) {
    const twin = join(it.targetFolder, 'client', path);
    const bytes = readFileSync(twin);
    writeFileSync(twin, bytes.toReversed());
    expect(it.seal).toThrow(
      /^Nothing was sealed\. The release cannot come out again\. It does not hold what its header says\.$/,
    );
    rmSync(twin);
    expect(it.seal).toThrow(
      /^Nothing was sealed\. The release as of 2026-11-22T19:30:00\+09:00 is not whole\. Prepare it again\.$/,
    );
    writeFileSync(twin, bytes);
  }
  await it.seal();
});

test('a release of another instant than that of its note, or to another base, is not sealed', async () => {
  const it = await prepared();
  Object.assign(it.purpose, { at: '2026-11-22T19:31:00+09:00' });
  expect(it.seal).toThrow('It speaks of another instant than its own');
  Object.assign(it.purpose, { at: '2026-11-22T19:30:00+09:00', base: '2026-11-22T1729-00000000' });
  expect(it.seal).toThrow('It is the difference to another release');
  expect(existsSync(it.vault)).toBe(false);
});

test('a note that is broken, or has no ciphertext, is said; what is no note is left alone', async () => {
  const it = await prepared();
  const [whole, broken, alone] = [await it.seal(), await it.seal(), await it.seal()];
  writeFileSync(broken.path.replace('.age', '.json'), '{"format":1}');
  rmSync(alone.path);
  writeFileSync(join(folderOf(it), 'README.txt'), 'x');
  const { sealed, problems } = sealedReleases(it.vault);
  expect(sealed).toEqual([whole]);
  expect(problems).toHaveLength(2);
  for (const { file } of [broken, alone])
    expect(problems.join('\n')).toContain(
      `Sealed release ${file} cannot be used: it or its note is missing or broken.`,
    );
});

test('a vault without sealed releases has none', () => {
  expect(sealedReleases(freshFolder())).toEqual({ sealed: [], problems: [] });
});

test('the last one is the newest for its instant', async () => {
  const it = await prepared();
  const files = [];
  for (const preparedAt of ['2026-11-22T19:00:00+09:00', '2026-11-22T10:10:00Z', '2026-11-22T18:00:00+09:00']) {
    Object.assign(it.purpose, { preparedAt });
    files.push((await it.seal()).file);
  }
  expect(sealedReleases(it.vault).sealed.map(({ file }) => file)).toEqual([files[2], files[0], files[1]]);
});

test('one that is removed is gone, and removing it again does nothing', async () => {
  const it = await prepared();
  const [kept, gone] = [await it.seal(), await it.seal()];
  for (let time = 0; time < 2; time += 1) removeSealed(it.vault, gone);
  expect(sealedReleases(it.vault)).toEqual({ sealed: [kept], problems: [] });
  expect(readdirSync(folderOf(it))).toHaveLength(2);
  expect([isIntact(kept), isIntact(gone)]).toEqual([true, false]);
});

test('what killed seals left is cleared away after an hour, what another has in hand is not', async () => {
  const it = await prepared();
  const [kept, orphan, inHand] = [await it.seal(), await it.seal(), await it.seal()];
  for (const { path } of [orphan, inHand]) rmSync(path.replace('.age', '.json'));
  const parts = ['.1.age.part', '.2.json.part', '.3.age.part'].map((name) => join(folderOf(it), name));
  for (const part of parts) writeFileSync(part, 'half');
  for (const old of [kept.path, orphan.path, parts[0]!, parts[1]!]) utimesSync(old, 0, 0);
  const newest = await it.seal();
  const pairs = [kept, newest].flatMap(({ file }) => [file, file.replace('.age', '.json')]);
  expect(readdirSync(folderOf(it)).sort()).toEqual([...pairs, inHand.file, '.3.age.part'].sort());
  expect(sealedReleases(it.vault).problems).toEqual([]);
});

test('packages do not see sealed releases', async () => {
  const it = await prepared();
  await it.seal();
  expect(vaultFiles(it.vault)).toEqual([]);
});

function manyPages() {
  return Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`results/${i}/index.html`, page(`경쟁률 ${i}.00`)]));
}

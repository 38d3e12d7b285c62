import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freshFolder } from '../../fresh.ts';
import { freshVault } from './fresh-vault.ts';
import { at, clear, oneOfEach } from './packages.ts';
import { vaultRun } from './vault-run.ts';

test('a package is sealed from a file, listed, and the clear file is called to mind', async () => {
  const vault = await freshVault();
  const file = join(freshFolder(), 'package.json');
  writeFileSync(file, clear(oneOfEach(), {}));
  const sealed = await vaultRun(vault.dataDir, ['seal', file, '--at', at]).ended;
  expect(sealed.output).toContain(`${file} is still there in clear. Delete it.`);
  const before = await vaultRun(vault.dataDir, ['list', '--now', '2026-11-25T19:29:59+09:00']).ended;
  expect(before).toEqual({
    code: 0,
    output: expect.stringMatching(`${vault.files()[0]} .* until 2026-11-25T19:30:00\\+09:00 {2}notices 2026000001\n$`),
  });
  const after = await vaultRun(vault.dataDir, ['list', '--now', at]).ended;
  expect(after.output).toContain('until 2026-11-25T19:30:00+09:00 (passed)');
});

test('an instant without an offset, or none, is refused before anything is read', async () => {
  const vault = await freshVault();
  for (const words of [['--at', '2026-11-25T19:30:00'], ['--at', '2026-11-25'], []]) {
    const { code, output } = await vaultRun(vault.dataDir, ['seal', '-', ...words]).ended;
    expect(code).toBe(1);
    expect(output).toContain('2026-11-22T19:30:00+09:00');
  }
  expect(readdirSync(vault.dataDir)).toEqual(['keys']);
});

test('without an identity nothing is sealed, and the sentence says how to make one', async () => {
  const dataDir = freshFolder();
  const { code, output } = await vaultRun(dataDir, ['seal', '-', '--at', at], { input: clear(oneOfEach()) }).ended;
  expect(code).toBe(1);
  expect(output).toMatch(/^There is no identity in .+ Make one: npm run vault -- keygen\n$/);
  expect(readdirSync(dataDir)).toEqual([]);
});

test('the list fails when a file of it is broken, and shows the others', async () => {
  const vault = await freshVault();
  const file = await vault.seal(clear(oneOfEach()));
  writeFileSync(join(vault.folder, 'letter.txt'), 'from somebody');
  const { code, output } = await vaultRun(vault.dataDir, ['list']).ended;
  expect(code).toBe(1);
  expect(output).toContain(file);
  expect(output).toContain('letter.txt: Its name does not end in .age.');
});

test.each([
  [['seal', '/no/such/file', '--at', at], '/no/such/file cannot be read (ENOENT)'],
  [['seal', '/', '--at', at], '/ cannot be read (EISDIR)'],
  [['open'], '"open" is no word of this command'],
  [[], 'Say what to do'],
  [['keygen', 'again'], 'There is a word too many'],
])('%j gets a sentence', async (words, sentence) => {
  const vault = await freshVault();
  const { code, output } = await vaultRun(vault.dataDir, words).ended;
  expect(code).toBe(1);
  expect(output).toContain(sentence);
});

test('--help says what a package looks like', async () => {
  const { code, output } = await vaultRun(freshFolder(), ['seal', '--help']).ended;
  expect(code).toBe(0);
  expect(output).toContain('"rows": { "getAPTLttotPblancCmpet": [');
});

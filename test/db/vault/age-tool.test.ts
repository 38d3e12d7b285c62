import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readIdentity } from '../../../db/vault/identity.ts';
import { freshVault } from './fresh-vault.ts';
import { at, clear, oneOfEach } from './packages.ts';

const withoutAge = 'skipped: the age tool is not on PATH (apt-get install age)';
const hasAge = spawnSync('age', ['--version']).status === 0;

function age(words: string[], input: string | Uint8Array = '') {
  const { status, stdout, stderr } = spawnSync('age', words, { input, maxBuffer: 8 << 20 });
  if (status !== 0) throw new Error(stderr.toString());
  return stdout;
}

test('what the age tool has sealed, armored or not, is a package as soon as it lies in the vault', async (context) => {
  if (!hasAge) return context.skip(withoutAge);
  const vault = await freshVault();
  mkdirSync(vault.folder);
  const pretty = JSON.stringify({ at, rows: oneOfEach() }, null, 2);
  writeFileSync(join(vault.folder, 'armored.age'), age(['-r', vault.recipient, '--armor'], pretty));
  writeFileSync(join(vault.folder, 'binary.age'), age(['-r', vault.recipient], pretty));
  expect(await vault.opened()).toMatchObject([
    { file: 'armored.age', at: new Date(at), rows: { length: 8 } },
    { file: 'binary.age', at: new Date(at), rows: { length: 8 } },
  ]);
});

test('the age tool opens what was sealed here', async (context) => {
  if (!hasAge) return context.skip(withoutAge);
  const vault = await freshVault();
  const file = await vault.seal(clear(oneOfEach()));
  const [head, content] = age(['-d', '-i', vault.identityFile, join(vault.folder, file)])
    .toString()
    .split('\n');
  expect(head).toMatch(/^\{"vault":1,"sha256":"[0-9a-f]{64}"\}$/);
  expect(JSON.parse(content!)).toEqual({ at: '2026-11-25T10:30:00.000Z', rows: oneOfEach() });
});

test('a file of the age tool for another recipient is named', async (context) => {
  if (!hasAge) return context.skip(withoutAge);
  const [vault, other] = [await freshVault(), await freshVault()];
  mkdirSync(vault.folder);
  writeFileSync(join(vault.folder, 'x.age'), age(['-r', other.recipient], clear(oneOfEach())));
  expect(await vault.opened()).toEqual([{ file: 'x.age', problem: expect.stringMatching(/another recipient/) }]);
});

test('an identity of age-keygen is one of ours', async (context) => {
  if (!hasAge) return context.skip(withoutAge);
  const vault = await freshVault();
  const file = join(vault.dataDir, 'other.identity');
  const made = spawnSync('age-keygen', ['-o', file]).stderr.toString();
  expect(made).toContain((await readIdentity(file)).recipient);
});

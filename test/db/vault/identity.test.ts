import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { makeIdentity, readIdentity } from '../../../db/vault/identity.ts';
import { freshFolder } from '../../fresh.ts';
import { vaultRun } from './vault-run.ts';

const modeOf = (path: string) => statSync(path).mode & 0o777;

test('keygen prints the recipient and never the identity, which only its owner can read', async () => {
  const dataDir = freshFolder();
  const { code, output } = await vaultRun(dataDir, ['keygen']).ended;
  const file = join(dataDir, 'keys', 'vault.identity');
  expect(code).toBe(0);
  expect(output).toMatch(/^age1[a-z0-9]{58}\n$/);
  expect(output.trim()).toBe((await readIdentity(file)).recipient);
  expect([modeOf(file), modeOf(join(dataDir, 'keys'))]).toEqual([0o600, 0o700]);
});

test('keygen never overwrites an identity', async () => {
  const dataDir = freshFolder();
  await vaultRun(dataDir, ['keygen']).ended;
  const file = join(dataDir, 'keys', 'vault.identity');
  const before = readFileSync(file, 'utf8');
  const { code, output } = await vaultRun(dataDir, ['keygen'], { environment: { DEBUG: '1' } }).ended;
  expect(code).toBe(1);
  expect(output).toContain('is there already and was left alone');
  expect(output).not.toContain('AGE-SECRET-KEY');
  expect(readFileSync(file, 'utf8')).toBe(before);
});

test('the identity lies outside the data folder where VAULT_IDENTITY says so', async () => {
  const [dataDir, elsewhere] = [freshFolder(), freshFolder()];
  const environment = { VAULT_IDENTITY: join(elsewhere, 'host.key') };
  expect((await vaultRun(dataDir, ['keygen'], { environment }).ended).code).toBe(0);
  expect(modeOf(environment.VAULT_IDENTITY)).toBe(0o600);
  expect((await vaultRun(dataDir, ['list'], { environment }).ended).output).toBe('');
  expect((await vaultRun(dataDir, ['list']).ended).output).toMatch(/there is no identity in .*keys\/vault\.identity/);
});

test('a damaged identity, an empty one and one that others can read get a sentence that does not print it', async () => {
  const file = join(freshFolder(), 'vault.identity');
  await expect(readIdentity(file)).rejects.toThrow('npm run vault -- keygen');
  await makeIdentity(file);
  const text = readFileSync(file, 'utf8');
  const secret = /AGE-SECRET-KEY-1(\w+)/.exec(text)![1]!;
  const turned = secret.slice(0, 20) + (secret[20] === 'Q' ? 'P' : 'Q') + secret.slice(21);
  const refusal = async () => readIdentity(file).catch((error: unknown) => inspect(error, { depth: 9 }));
  for (const broken of ['', text.replace(secret, secret.slice(0, -1)), text.replace(secret, turned)]) {
    writeFileSync(file, broken);
    expect(await refusal()).toContain('holds no age X25519 identity, or a damaged one');
    expect(await refusal()).not.toContain(secret.slice(0, 12));
  }
  writeFileSync(file, text);
  chmodSync(file, 0o644);
  expect(await refusal()).toContain('can be read by others than its owner');
});

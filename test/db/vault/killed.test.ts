import { existsSync, mkdirSync, readdirSync, watch } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { freshVault } from './fresh-vault.ts';
import { at, clear, operationNamed, rowOf } from './packages.ts';
import { vaultRun } from './vault-run.ts';

const competition = operationNamed('getAPTLttotPblancCmpet');

/** Of the second size class, so that encrypting and writing take a while. */
const large = clear({
  [competition.name]: Array.from({ length: 6_000 }, (_, i) =>
    rowOf(competition, { HOUSE_MANAGE_NO: String(2_026_000_000 + i) }),
  ),
});

async function expectWhole(vault: Awaited<ReturnType<typeof freshVault>>) {
  if (!existsSync(vault.folder)) return 0;
  const opened = await vault.opened();
  for (const each of opened) expect(each).toHaveProperty('rows.length', 6_000);
  return opened.length;
}

test('a seal that is killed at any moment leaves a whole package or none', async () => {
  const vault = await freshVault();
  let whole = 0;
  for (let milliseconds = 200; milliseconds < 900; milliseconds += 150) {
    const run = vaultRun(vault.dataDir, ['seal', '-', '--at', at], { input: large });
    await pause(milliseconds);
    run.kill();
    await run.ended;
    whole = await expectWhole(vault);
  }
  const { code, output } = await vaultRun(vault.dataDir, ['seal', '-', '--at', at], { input: large }).ended;
  expect(code, output).toBe(0);
  expect(await expectWhole(vault)).toBe(whole + 1);
});

test('a seal that is killed as soon as it writes leaves nothing that the list sees', async () => {
  const vault = await freshVault();
  mkdirSync(vault.folder, { mode: 0o700 });
  let leftovers = 0;
  for (let round = 0; round < 4; round += 1) {
    const run = vaultRun(vault.dataDir, ['seal', '-', '--at', at], { input: large });
    const watcher = watch(vault.folder, (_, name) => name?.endsWith('.part') && run.kill());
    await run.ended;
    watcher.close();
    await expectWhole(vault);
    leftovers = readdirSync(vault.folder).filter((name) => name.startsWith('.')).length;
  }
  // The sealed ones were quicker than the signal.
  expect(leftovers + (await vault.opened()).length).toBe(4);
});

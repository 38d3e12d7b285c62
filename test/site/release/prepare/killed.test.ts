import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, rmSync } from 'node:fs';
import { onTestFinished, expect, test } from 'vitest';
import { isIntact, sealedReleases } from '../../../../site/release/prepare/sealed-releases.ts';
import { removeLeftovers } from '../../../../site/release/releases.ts';
import { freshFolder } from '../../../fresh.ts';
import { aPreparation, contentOf, inodesOf } from './a-preparation.ts';
import type { Order } from './killed-at.ts';

/** Carries out an order in a process of its own. @returns how many changes it made; null when it was killed before its end. */
async function carriedOut(order: Order) {
  const program = new URL('./killed-at.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [program, JSON.stringify(order)], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (signal === 'SIGKILL') return null;
  expect(code).toBe(0);
  return Number(output);
}

test('an unsealing that is killed at any step leaves the base whole, and the next one ends it', async () => {
  const it = await aPreparation(freshFolder());
  const sealed = await it.seal();
  const unseal = { releases: it.releases, sealed, identity: it.identity };
  const [content, inodes] = [contentOf(it.baseFolder), inodesOf(it.baseFolder)];
  const all = (await carriedOut({ changes: 1_000_000, unseal }))!;
  expect(contentOf(it.release)).toEqual(contentOf(it.targetFolder));
  rmSync(it.release, { recursive: true });
  const steps = [...Array.from({ length: 8 }, (_, i) => Math.floor((i * all) / 8)), all - 3, all - 2, all - 1];
  for (const changes of steps) {
    expect(await carriedOut({ changes, unseal })).toBeNull();
    expect(contentOf(it.baseFolder)).toEqual(content);
    expect(inodesOf(it.baseFolder)).toEqual(inodes);
    expect(readdirSync(it.releases).filter((name) => !name.startsWith('.building-'))).toEqual([it.base.id]);
  }
  expect(await it.unseal(sealed)).toEqual(it.target);
  expect(contentOf(it.release)).toEqual(contentOf(it.targetFolder));
  expect(contentOf(it.baseFolder)).toEqual(content);
  removeLeftovers(it.releases);
  expect(readdirSync(it.releases)).toEqual([it.base.id, it.target.id]);
}, 120_000);

test('a sealing that is killed at any step leaves a whole sealed release or none', async () => {
  const it = await aPreparation(freshFolder());
  const { vault, recipient, purpose: note } = it;
  let whole = 0;
  for (let changes = 0; ; changes += 1) {
    const done = await carriedOut({ changes, seal: { vault, recipient, plaintext: 'closed', note } });
    const { sealed, problems } = sealedReleases(vault);
    expect(problems).toEqual([]);
    expect(sealed.every(isIntact)).toBe(true);
    expect(sealed.length - whole).toBeLessThanOrEqual(1);
    whole = sealed.length;
    if (done !== null) break;
  }
  expect(whole).toBeGreaterThan(0);
}, 120_000);

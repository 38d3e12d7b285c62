import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../../db/clock.ts';
import { openKeyring } from '../../db/subscribers/keyring.ts';
import { openSubscribers } from '../../db/subscribers/open.ts';
import { tokensOf } from '../../notifier/tokens.ts';
import { wishing } from './match/people.ts';

export const command = fileURLToPath(new URL('../../notifier/command.ts', import.meta.url));
export const address = 'reader@example.kr';

/** Types a command as an operator does, in a folder of theirs. @param input what is piped into it. */
export function typing(folder: string, environment: Record<string, string>) {
  return async (words: string[], input = '') => {
    const cwd = join(folder, 'operator');
    mkdirSync(cwd, { recursive: true });
    const child = spawn(process.execPath, [command, ...words], {
      cwd,
      env: { PATH: process.env['PATH'], ...environment },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (piece: Buffer) => (out += piece.toString()));
    child.stderr.on('data', (piece: Buffer) => (err += piece.toString()));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, out: out.trim(), err: err.trim() };
  };
}

/** A store with one reader, made before the notifier starts. @returns the token of a bounce of theirs. */
export async function withReader(dataDir: string, email = address) {
  const keyring = openKeyring(dataDir, systemClock.now());
  const store = openSubscribers(dataDir, 'a test', keyring);
  const agreed = { at: new Date('2026-11-20T10:00:00+09:00'), words: '1', from: null };
  const { id, generation } = await store.join({ by: 'email', address: email }, wishing(), agreed);
  await store.confirm(id, generation, agreed);
  await store.close();
  return tokensOf(keyring.tokenKey, systemClock).bounce(id, generation);
}

export async function stateOf(dataDir: string, email = address) {
  const store = openSubscribers(dataDir, 'a test', openKeyring(dataDir, systemClock.now()));
  const id = await store.find({ email });
  const receipt = id === null ? null : await store.receipt(id);
  await store.close();
  return receipt?.state ?? null;
}

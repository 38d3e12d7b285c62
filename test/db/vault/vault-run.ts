import { spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';

const command = new URL('../../../db/vault/command.ts', import.meta.url).pathname;

export type Surroundings = { input?: string | Uint8Array; cwd?: string; environment?: Record<string, string> };

/** `npm run vault` as a process of its own. */
export function vaultRun(dataDir: string, words: string[], { input, cwd, environment }: Surroundings = {}) {
  const child = spawn(process.execPath, [command, ...words], {
    cwd,
    env: { PATH: process.env['PATH'], DATA_DIR: dataDir, ...environment },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  child.stdin.on('error', () => {}); // A command that refuses does not read to the end.
  child.stdin.end(input ?? '');
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<{ code: number | null; output: string }>((done) =>
    child.on('close', (code) => done({ code, output })),
  );
  return { ended, kill: () => child.kill('SIGKILL') };
}

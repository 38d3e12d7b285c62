import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const command = fileURLToPath(new URL('../../../db/publications/command.ts', import.meta.url));
const holder = fileURLToPath(new URL('../catalog/hold-catalog.ts', import.meta.url));
const now = '2026-11-24T10:00:00+09:00';

type Surroundings = {
  /** How large a file may become under it, in blocks of 512 bytes. */
  limit?: number;
};

/** `npm run publications` as a process of its own, on a Tuesday at ten. */
export async function publicationsRun(dataDir: string, words: string[], { limit }: Surroundings = {}) {
  const line = [process.execPath, command, '--now', now, ...words];
  const [program, ...args] = limit ? ['sh', '-c', `ulimit -f ${limit}; exec "$0" "$@"`, ...line] : line;
  const child = spawn(program!, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], DATA_DIR: dataDir },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

/** Has the catalog held by another process until the test ends. */
export async function holdElsewhere(dataDir: string) {
  const child = spawn(process.execPath, [holder, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
}

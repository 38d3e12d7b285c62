import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';

const start = new URL('../../site/start.ts', import.meta.url).pathname;

/** `npm start` as a process of its own, on a port that is free. */
export function runningStart(dataDir: string, environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, [start], {
    env: { PATH: process.env['PATH'], DATA_DIR: dataDir, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => code as number);
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  return {
    output: () => output,
    ended,
    stop: () => child.kill('SIGINT'),
    kill: () => child.kill('SIGKILL'),
    /** Resolves when the output says it; rejects when the process ends before. */
    async says(what: RegExp) {
      for (;;) {
        const found = what.exec(output);
        if (found) return found;
        await Promise.race([
          once(child.stdout, 'data'),
          ended.then((code) => {
            if (!what.test(output)) throw new Error(`npm start ended with ${code}: ${output}`);
          }),
        ]);
      }
    },
  };
}

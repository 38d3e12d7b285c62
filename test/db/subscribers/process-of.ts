import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const script = fileURLToPath(new URL('./store-process.ts', import.meta.url));

/** Starts store-process.ts. @param blocks how large a file may become, in blocks of 512 bytes, until somebody lifts it. */
export function processOf(dataDir: string, work: 'hold' | 'settle' | 'rotate' | 'fill', blocks?: number) {
  const command = [process.execPath, script, dataDir, work];
  const [program, ...args] = blocks ? ['sh', '-c', `ulimit -S -f ${blocks}; exec "$0" "$@"`, ...command] : command;
  const child = spawn(program!, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const exited = once(child, 'exit');
  return {
    pid: child.pid!,
    /** The next line that it says; null at its end. */
    async says() {
      const { done, value } = await lines.next();
      return done ? null : value;
    },
    /** How it has ended, in words; for a test that did not expect that. */
    async end() {
      const [code, signal] = (await exited) as [number | null, NodeJS.Signals | null];
      return `It has ended with ${signal ?? code}.`;
    },
    tell: () => void child.stdin.write('\n'),
    async kill() {
      child.kill('SIGKILL');
      await exited;
      let last: string | null = null;
      for (let line = await lines.next(); !line.done; line = await lines.next()) last = line.value;
      return last;
    },
    exited,
  };
}

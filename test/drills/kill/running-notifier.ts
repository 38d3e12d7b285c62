import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { koreanStamp } from '../../../db/clock.ts';

const command = fileURLToPath(new URL('../../../notifier/command.ts', import.meta.url));

/** Starts the notifier at an instant of its own. @returns once it takes forms, and so has opened everything. */
export async function runningNotifier(now: Date, pages: string, environment: Record<string, string>) {
  const child = spawn(process.execPath, [command, 'run', '--plain', '--pages', pages, '--now', koreanStamp(now)], {
    env: { PATH: process.env['PATH'], NOTIFIER_PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = once(child, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (piece: Buffer) => {
        said = (said + piece.toString()).slice(-20_000);
        const open = /takes forms at (http:\S+?)\.?\s/.exec(said)?.[1];
        if (open) resolve(open);
      });
    void ended.then(() => reject(new Error(`The notifier ended by itself: ${said}`)));
  });
  return {
    url,
    pid: child.pid!,
    said: () => said,
    isOn: () => child.exitCode === null && child.signalCode === null,
    async kill(signal: NodeJS.Signals) {
      child.kill(signal);
      await ended;
      return child.exitCode;
    },
  };
}

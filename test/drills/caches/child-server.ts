import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../free-port.ts';

export type Server = { url: string; port: number; stop(): Promise<void> };

/**
 * Starts a server program on a free port of this machine and waits until it answers.
 * @param args what the program is given, once the port is known.
 * @throws what the program said when it does not get that far.
 */
export async function startServer(program: string, args: (port: number) => string[]): Promise<Server> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const child = spawn(program, args(port), { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2_000)));
  const ended = once(child, 'close').catch((error: Error) => (said = error.message));
  const stop = async () => {
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(late);
  };
  for (let tries = 0; tries < 200 && child.pid !== undefined && child.exitCode === null; tries++) {
    if (await answers(url)) return { url, port, stop };
    await sleep(50);
  }
  await stop();
  throw new Error(`${program} did not start: ${said.trim() || 'it answered nothing for 10 s.'}`);
}

async function answers(url: string) {
  try {
    const answer = await fetch(new URL('/robots.txt', url), { signal: AbortSignal.timeout(5_000) });
    await answer.arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../free-port.ts';

export type Running = { name: string; url: string; stop(): Promise<void> };

/** Starts a server in a process of its own, which reads PORT, and waits until it answers. */
export async function startServer(name: string, args: string[]): Promise<Running> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1', NODE_ENV: 'production' };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const exited = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  for (let tries = 0; tries < 200 && child.exitCode === null; tries++) {
    if (await answers(url)) return { name, url, stop };
    await sleep(50);
  }
  await stop();
  throw new Error(`${name} did not start.`);
}

async function answers(url: string) {
  try {
    await (await fetch(url)).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

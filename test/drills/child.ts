import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** Starts a command of ours on a data folder, in a process group of its own, so that it can be killed alone or with its children. */
export function start([file, ...args]: string[], data: string, env: NodeJS.ProcessEnv = {}) {
  return spawn(process.execPath, [file!, ...args], {
    env: { ...process.env, DATA_DIR: data, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
}

/** Kills a process, or all of its group, as a power cut does. */
export async function kill(child: ChildProcess, wholeGroup: boolean) {
  process.kill(wholeGroup ? -child.pid! : child.pid!, 'SIGKILL');
  await once(child, 'exit');
}

/** Waits for the end. @throws what the command said when it did not end well. */
export async function finish(child: ChildProcess) {
  let said = '';
  child.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`it ended with ${code}: ${said.trim()}`);
}

import { spawn } from 'node:child_process';
import { wrk } from './wrk.ts';
import { sockets } from './sockets.ts';

/** Half of the requests go to the first page, half to any of them. With a tag, the reader has the page already. */
export type Load = { url: string; connections: number; seconds: number; ask: { path: string; tag?: string }[] };

/** Times in milliseconds. */
export type Measured = { rate: number; p50: number; p99: number; errors: number };

/** wrk where it is installed, our own client elsewhere. */
export async function loadTool(ownOnly: boolean) {
  return ownOnly || !(await isInstalled('wrk')) ? { name: 'our own client', run: sockets } : { name: 'wrk', run: wrk };
}

function isInstalled(tool: string) {
  return new Promise<boolean>((resolve) => {
    const child = spawn(tool, ['-v'], { stdio: 'ignore' });
    child.on('error', () => resolve(false));
    child.on('exit', () => resolve(true));
  });
}

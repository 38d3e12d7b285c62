import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Load, Measured } from './load.ts';

/** Loads a server from a process of our own, over plain sockets that stay open. */
export async function sockets(load: Load): Promise<Measured> {
  const child = fork(join(import.meta.dirname, 'socket-client.ts'));
  const exited = once(child, 'exit');
  child.send(load);
  const [measured]: Measured[] = await once(child, 'message');
  child.disconnect();
  await exited;
  if (!measured) throw new Error('The load client said nothing.');
  return measured;
}

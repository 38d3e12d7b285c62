import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Settings } from '../db/settings.ts';

const command = fileURLToPath(new URL('./origin/command.ts', import.meta.url));

/**
 * Starts the origin in a process of its own, so that no build takes time from a reader, and waits until it listens.
 * @param notifier where it finds the notifier.
 * @param stop is aborted when the origin ends by itself.
 * @throws when it cannot start; it has said why.
 */
export async function startOrigin(
  { DATA_DIR, PORT }: Settings,
  host: string,
  stop: AbortController,
  notifier?: string,
) {
  const child = spawn(
    process.execPath,
    [command, '--wait', '--with-parent', '--port', String(PORT), '--host', host, '--data', DATA_DIR],
    // A group of its own: Ctrl-C reaches us, and we stop it last.
    {
      stdio: ['pipe', 'pipe', 'inherit'],
      detached: true,
      env: { ...process.env, ...(notifier && { NOTIFIER_URL: notifier }) },
    },
  );
  const origin = {
    url: '',
    failed: false,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      child.stdin.end();
      await once(child, 'exit');
    },
  };
  const exited = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (!url) continue;
    origin.url = url.replace('0.0.0.0', 'localhost').replace('127.0.0.1', 'localhost');
    break;
  }
  if (!origin.url) {
    await exited;
    throw new Error('The site cannot be served: see above.');
  }
  child.stdout.resume();
  void exited.then(() => {
    origin.failed = !stop.signal.aborted;
    stop.abort();
  });
  return origin;
}

import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

type Keeping = {
  /** Starts the process; it ends in order when it is told so by SIGTERM. */
  start: () => ChildProcess;
  /** `The notifier`. */
  what: string;
  say: (line: string) => void;
  signal: AbortSignal;
  pause?: typeof usual;
};

/** Milliseconds: the pause before the next start doubles up to the longest; a process that ran for `well` had got over what was wrong. */
const usual = { first: 1_000, longest: 60_000, well: 60_000 };

/** Runs a process, and starts it again when it ends by itself, until `stop` or the signal. */
export function keepRunning({ start, what, say, signal, pause = usual }: Keeping) {
  const stopping = new AbortController();
  const over = AbortSignal.any([signal, stopping.signal]);
  let child: ChildProcess | undefined;
  const running = (async () => {
    let wait = pause.first;
    while (!over.aborted) {
      const begun = performance.now();
      child = start();
      const how = await once(child, 'exit').then(
        ([code, by]: (number | string | null)[]) => by ?? `exit code ${code}`,
        (error: NodeJS.ErrnoException) => error.code, // the machine has no room for a process now
      );
      child = undefined;
      if (over.aborted) return;
      if (performance.now() - begun >= pause.well) wait = pause.first;
      say(`${what} has ended by itself (${how}) and is started again in ${Math.ceil(wait / 1000)} s.`);
      await sleep(wait, undefined, { signal: over }).catch(() => {});
      wait = Math.min(wait * 2, pause.longest);
    }
  })();
  return {
    /** Tells the process to end, and resolves when it has. */
    async stop() {
      stopping.abort();
      child?.kill('SIGTERM');
      child?.stdin?.end();
      await running;
    },
  };
}

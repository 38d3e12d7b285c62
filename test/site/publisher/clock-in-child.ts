import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const program = `
  import { systemClock } from '${new URL('../../../db/clock.ts', import.meta.url).href}';
  import { steadyClock } from '${new URL('../../../db/steady-clock.ts', import.meta.url).href}';
  import { watchClock } from '${new URL('../../../site/publisher/clock-watch.ts', import.meta.url).href}';
  const watch = watchClock({ clock: systemClock, steady: steadyClock, sources: process.argv.slice(1) });
  console.log(JSON.stringify({ west: new Date(0).getTimezoneOffset(), agree: await watch.agree(), step: watch.step() }));
`;

/** What a process that starts in this environment thinks of its clock; `west` are its minutes west of Greenwich in 1970. */
export async function clockInChild(environment: NodeJS.ProcessEnv, sources: string[]) {
  const words = ['--input-type=module', '--eval', program, ...sources];
  const { stdout } = await promisify(execFile)(process.execPath, words, { env: { ...process.env, ...environment } });
  return JSON.parse(stdout) as { west: number; agree: string | null; step: string | null };
}

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

const script = {
  ingest: 'db/ingest/command.ts',
  vault: 'db/vault/command.ts',
  release: 'site/release/command.ts',
  publisher: 'site/publisher/command.ts',
  origin: 'site/origin/command.ts',
  notifier: 'notifier/command.ts',
  /** The publisher by a clock that stands still. */
  standingStill: 'test/closed/standing-still.ts',
  /** The notifier by a clock that is set by hand. */
  notifierByHand: fileURLToPath(new URL('./notifier-by-hand.ts', import.meta.url)),
};

/** Of our own surroundings: the zone, and where Node keeps compiled code. */
const { TZ, NODE_COMPILE_CACHE } = process.env;
const shared = { ...(TZ && { TZ }), ...(NODE_COMPILE_CACHE && { NODE_COMPILE_CACHE }) };

/** A command and its words. */
export type Words = [name: keyof typeof script, ...words: string[]];

/** `through`: a program and its words, which starts the command in turn. */
export type Surroundings = { input?: string; environment?: Record<string, string>; through?: string[] };

/** Where a world lives: all folders in which a command of it can leave something. */
export type Machine = ReturnType<typeof newMachine>;

/** A machine of which everything lies in `folder`. Its commands run as processes of their own, and see no other environment. */
export function newMachine(folder: string, siteUrl: string) {
  const running = new Set<ChildProcess>();
  const at = (name: string) => join(folder, name);
  const places = { dataDir: at('data'), temporary: at('temporary'), home: at('home'), cwd: at('cwd') };
  for (const place of [places.temporary, places.home, places.cwd]) mkdirSync(place, { recursive: true });

  /** Starts a command. All that it prints, on both ways, is `said`. */
  function start([name, ...words]: Words, { input = '', environment, through = [] }: Surroundings = {}) {
    const file = resolve(root, script[name]);
    const [program, ...before] = [...through, process.execPath, file];
    const { temporary: TMPDIR, home: HOME, dataDir: DATA_DIR } = places;
    const child = spawn(program, [...before, ...words], {
      cwd: places.cwd,
      env: {
        PATH: process.env['PATH'],
        HOME,
        TMPDIR,
        DATA_DIR,
        SITE_URL: siteUrl,
        DEBUG: '1',
        ...shared,
        ...environment,
      },
    });
    running.add(child);
    child.stdin.on('error', () => {}); // A command that refuses does not read to the end.
    child.stdin.end(input);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (said += piece.toString()));
    const ended = once(child, 'close').then(([code]) => {
      running.delete(child);
      return { code: code as number | null, said };
    });
    return { said: () => said, ended, kill: (signal: NodeJS.Signals) => child.kill(signal) };
  }

  return {
    ...places,
    start,
    run: async (...command: Parameters<typeof start>) => start(...command).ended,
    /** Kills what still runs and removes everything. */
    remove: () => {
      for (const child of running) child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

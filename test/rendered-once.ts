import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statfsSync, symlinkSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const place = 'LIGHTHOUSE_RENDERED';

/**
 * Vitest's global set-up: a folder for what many test files look at, gone when the run ends. It and the folders that tests make lie
 * in memory where there is plenty: they hold hundreds of sites that nobody keeps.
 */
export default async function setup() {
  const own = mkdtempSync(join(roomInMemory() ?? tmpdir(), 'lighthouse-tests-'));
  process.env['TMPDIR'] = own;
  // Node keeps there what it has compiled: the tests start hundreds of processes of the same code.
  process.env['NODE_COMPILE_CACHE'] = join(own, 'compiled');
  process.env[place] = join(own, 'rendered');
  mkdirSync(process.env[place]);
  await unpackBrowser();
  return () => rmSync(own, { recursive: true, force: true, maxRetries: 5 });
}

/** Once, before the test files: two that unpack it at the same time find a program that is still being written. */
async function unpackBrowser() {
  if (process.env['CHROME_PATH']) return;
  const { default: chromium } = await import('@sparticuz/chromium');
  await chromium.executablePath().catch(() => {}); // which tests need it, they say
}

const enough = 6 * 2 ** 30; // bytes; a run holds up to two at a time

function roomInMemory() {
  const shared = '/dev/shm';
  if (process.env['TMPDIR'] || !existsSync(shared)) return null;
  const { bavail, bsize } = statfsSync(shared);
  return Math.min(bavail * bsize, freemem()) > enough ? shared : null;
}

/**
 * A folder of its own with what `make` makes, which happens once in a run of the tests for each name: rendering the same site in
 * every file that looks at it would take minutes. Who comes meanwhile waits; where making fails, it is tried again.
 */
export async function madeOnce(name: string, into: string, make: (folder: string) => Promise<void>) {
  const room = process.env[place];
  if (!room) {
    mkdirSync(into);
    return make(into);
  }
  const made = join(room, name);
  const turn = join(room, `${name}.turn`);
  while (!existsSync(made)) {
    if (!takes(turn)) {
      await sleep(100);
      continue;
    }
    try {
      if (!existsSync(made)) await makeThere(made, make);
    } finally {
      rmSync(turn);
    }
  }
  cpSync(made, into, { recursive: true, verbatimSymlinks: true });
}

async function makeThere(made: string, make: (folder: string) => Promise<void>) {
  const work = `${made}.making`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work);
  await make(work);
  renameSync(work, made);
}

/** True for the one whose turn it is. */
function takes(turn: string) {
  try {
    symlinkSync('turn', turn);
    return true;
  } catch {
    return false;
  }
}

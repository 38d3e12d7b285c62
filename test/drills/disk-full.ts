import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { currentId } from '../../site/release/releases.ts';
import { verify } from '../../site/release/verify.ts';
import { writeRows } from './write-rows.ts';

const ingest = fileURLToPath(new URL('../../db/ingest/command.ts', import.meta.url));
const release = fileURLToPath(new URL('../../site/release/command.ts', import.meta.url));
const publisher = fileURLToPath(new URL('../../site/publisher/command.ts', import.meta.url));
/** Nobody listens there: the publisher says that it does not see its release. */
const siteUrl = 'http://127.0.0.1:9/';
const now = ['--now', '2026-11-22T17:30:00+09:00'];
const prepare = [release, 'prepare', '--at', '2026-11-22T19:30:00+09:00', '--now', '2026-11-22T19:20:00+09:00'];

/**
 * Fills a disk of its own (a tmpfs, which only root may mount) in the middle of ingest, build and prepare. Each must end with one
 * sentence, what readers see must be whole, and with room again the same command must run to its end. So must a preparation on
 * a disk that became read-only. A publication is held while there is no room, and goes on by itself when there is.
 */
export async function drill() {
  if (process.getuid?.() !== 0) return '0 passed, 0 failed, 1 skipped (only root may mount a disk)';
  const room = mkdtempSync(join(tmpdir(), 'drill-disk-full-'));
  const disk = join(room, 'disk');
  const data = join(disk, 'data');
  const rows = join(room, 'rows');
  const checks: [string, boolean][] = [];
  const run = (command: string[]) =>
    spawnSync(process.execPath, command, {
      env: { ...process.env, DATA_DIR: data, SITE_URL: siteUrl },
      encoding: 'utf8',
    });
  const whole = () => Boolean(verify(join(data, 'releases', currentId(join(data, 'releases'))!)));

  mkdirSync(disk);
  writeRows(rows, '2026-11-22');
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=400m', 'tmpfs', disk]);
  try {
    for (const command of [
      [ingest, '--from', rows, ...now],
      [release, 'build', ...now],
      [release, 'publish', ...now],
    ]) {
      const first = run(command);
      if (first.status !== 0) throw new Error(`the drill cannot begin: ${first.stderr}`);
    }
    for (const [name, command, clear, room_] of [
      ['ingest', [ingest, '--from', rows, ...now], true, 300_000],
      ['build', [release, 'build', ...now], false, 1_500_000],
      ['prepare', prepare, false, 1_500_000],
    ] as const) {
      if (clear) for (const end of ['', '-wal', '-shm']) rmSync(join(data, `catalog.db${end}`), { force: true });
      const filled = fill(disk, room_);
      const ended = run([...command]);
      checks.push(
        [`${name} fails on a full disk`, ended.status === 1],
        [`${name} says so in one sentence`, /^The disk is full\. Make room[^\n]*\n$/.test(ended.stderr)],
        [`${name} leaves what readers see whole`, whole()],
      );
      if (!ended.stderr.startsWith('The disk is full')) console.log(ended.stderr);
      rmSync(filled);
      const again = run([...command]);
      checks.push([`${name} runs to its end when there is room again`, again.status === 0]);
      if (again.status !== 0) console.log(again.stderr);
    }
    checks.push(['prepare leaves nothing in clear', !existsSync(join(data, 'vault', 'preparing'))]);
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    const refused = run(prepare);
    execFileSync('mount', ['-o', 'remount,rw', disk]);
    checks.push(
      [
        'prepare says that the disk is read-only',
        refused.status === 1 && /^[^\n]*DATA_DIR[^\n]*\n$/.test(refused.stderr),
      ],
      ...(await publishOnFullDisk(disk, data)),
    );
    if (refused.status !== 1) console.log(refused.stderr);
  } finally {
    execFileSync('umount', [disk]);
    rmSync(room, { recursive: true, force: true });
  }
  for (const [check, holds] of checks) console.log(`${holds ? 'ok    ' : 'FAILED'} ${check}`);
  const failed = checks.filter(([, holds]) => !holds).length;
  if (failed > 0) process.exitCode = 1;
  return `${checks.length - failed} passed, ${failed} failed`;
}

/** Lets a publisher come to its instant without room, and makes room then. */
async function publishOnFullDisk(disk: string, data: string): Promise<[string, boolean][]> {
  const releases = join(data, 'releases');
  const before = currentId(releases);
  const filled = fill(disk, 40_000_000);
  const child = spawn(process.execPath, [publisher, '--now', '2026-11-22T19:29:56+09:00'], {
    env: { ...process.env, DATA_DIR: data, SITE_URL: siteUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const said = async (what: RegExp) => {
    for (let line = await lines.next(); !line.done; line = await lines.next()) if (what.test(line.value)) return true;
    return false;
  };
  const stopped = setTimeout(() => child.kill('SIGKILL'), 60_000);
  try {
    const held = await said(/is held: The disk of \S+ has less than \d+ MiB free\. Make room/);
    const old = currentId(releases) === before && Boolean(verify(join(releases, before!)));
    rmSync(filled);
    const published = await said(/^Published .* was sealed/);
    return [
      ['a publication is held while the disk is full', held],
      ['readers have the old site meanwhile, whole', old],
      ['it goes on by itself when there is room', published && currentId(releases) !== before],
    ];
  } finally {
    clearTimeout(stopped);
    const exited = once(child, 'exit');
    if (child.exitCode === null && child.signalCode === null && child.kill('SIGKILL')) await exited;
  }
}

/** Takes all of a disk but `left` bytes. */
function fill(disk: string, left: number) {
  const path = join(disk, 'filled');
  const free = Number(execFileSync('df', ['--output=avail', '-B1', disk], { encoding: 'utf8' }).split('\n')[1]);
  execFileSync('fallocate', ['-l', String(Math.max(1, free - left)), path]);
  return path;
}

import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { currentId, releaseIds } from '../../site/release/releases.ts';
import { verify } from '../../site/release/verify.ts';
import { factsIn, quarantineIn } from '../db/ingest/odcloud/dump.ts';
import { finish, kill, start } from './child.ts';
import { writeRows } from './write-rows.ts';

const ingest = fileURLToPath(new URL('../../db/ingest/command.ts', import.meta.url));
const release = fileURLToPath(new URL('../../site/release/command.ts', import.meta.url));
const morning = '2026-11-22T09:00:00+09:00';
const evening = '2026-11-22T17:30:00+09:00';

/**
 * Kills ingest, build and publish at random moments, the process alone and its whole group in turn. After each kill: what
 * readers see is whole and is the old site or the new, the same command runs to its end, and its outcome is that of a run
 * that nobody killed.
 */
export async function drill([times = '50']: string[]) {
  const room = mkdtempSync(join(tmpdir(), 'drill-killed-'));
  try {
    const ready = await prepare(room);
    const counts = { killed: 0, tooLate: 0, passed: 0, failed: 0 };
    for (let round = 0; round < Number(times); round++) {
      const exercise = ready.exercises[round % ready.exercises.length]!;
      const data = join(room, `round-${round}`);
      cpSync(exercise.from, data, { recursive: true, verbatimSymlinks: true });
      const problem = await killAndRunAgain(exercise, data, round % 2 === 0, counts);
      counts[problem ? 'failed' : 'passed'] += 1;
      if (problem) console.log(`round ${round + 1}, ${exercise.name}: ${problem}`);
      rmSync(data, { recursive: true, force: true });
    }
    console.log(`${counts.killed} killed on the way, ${counts.tooLate} had ended before`);
    if (counts.failed > 0) process.exitCode = 1;
    return `${counts.passed} passed, ${counts.failed} failed`;
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
}

type Exercise = {
  name: string;
  from: string;
  command: string[];
  /** How long it takes undisturbed, in milliseconds. */
  takes: number;
  /** What a finished run leaves. */
  outcome: string;
};

/** Runs everything once undisturbed: that gives the states to begin from, the durations, and the outcomes to expect. */
async function prepare(room: string) {
  const rows = join(room, 'rows');
  writeRows(rows, '2026-11-22');
  const empty = join(room, 'published');
  const base = join(room, 'base');
  const taken: Exercise[] = [];
  const step = async (name: string, from: string, to: string, command: string[]) => {
    cpSync(from, to, { recursive: true, verbatimSymlinks: true });
    const begun = performance.now();
    await finish(start(command, to));
    taken.push({ name, from, command, takes: performance.now() - begun, outcome: outcomeOf(to) });
  };
  mkdirSync(empty);
  await finish(start([ingest, '--from', rows, '--now', morning], empty));
  await finish(start([release, 'build', '--now', morning], empty));
  await finish(start([release, 'publish', '--now', morning], empty));
  mkdirSync(base);
  cpSync(join(empty, 'releases'), join(base, 'releases'), { recursive: true, verbatimSymlinks: true });
  await step('ingest', base, join(room, 'after-ingest'), [ingest, '--from', rows, '--now', evening]);
  await step('build', empty, join(room, 'after-build'), [release, 'build', '--now', evening]);
  await step('publish', join(room, 'after-build'), join(room, 'after-publish'), [release, 'publish', '--now', evening]);
  return { exercises: taken };
}

async function killAndRunAgain(
  { command, takes, outcome }: Exercise,
  data: string,
  wholeGroup: boolean,
  counts: { killed: number; tooLate: number },
) {
  const child = start(command, data);
  await sleep(Math.random() * takes);
  const running = child.exitCode === null;
  counts[running ? 'killed' : 'tooLate'] += 1;
  if (running) await kill(child, wholeGroup);
  try {
    const releases = join(data, 'releases');
    verify(join(releases, currentId(releases)!));
    for (const id of releaseIds(releases)) verify(join(releases, id));
    await finish(start(command, data));
    return outcomeOf(data) === outcome ? null : 'the run after it ended otherwise than one that nobody killed';
  } catch (error) {
    return (error as Error).message;
  }
}

/** A digest of every public fact and of what readers see. */
function outcomeOf(data: string) {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([factsIn(data), quarantineIn(data)]));
  const releases = join(data, 'releases');
  hash.update(JSON.stringify([currentId(releases), releaseIds(releases).sort()]));
  hash.update(
    readdirSync(releases)
      .filter((name) => name.startsWith('.'))
      .join(),
  );
  hash.update(readFileSync(join(releases, 'current/manifest.json')));
  return hash.digest('hex');
}

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/*
 * Is loaded before anything else in every Node process of a preparation, and gives the one that renders a habit: to stand still
 * before it begins or before it ends, to leave no room for what is written after it, or to do the worst that a library could.
 */
const { LIGHTHOUSE_FACTS: facts, HABIT: habit, HOME: home, SECRET: secret } = process.env;
const standStill = () => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000);

if (facts && home) {
  writeFileSync(join(home, 'renderer.pid'), String(process.pid));
  if (habit === 'stands still before it begins') standStill();
  if (habit === 'stands still before it ends') process.on('exit', standStill);
  // No file of the program that started it may have a mebibyte from then on: the smallest sealed release has a little more.
  if (habit === 'leaves no room')
    process.on('exit', () => execFileSync('prlimit', [`--pid=${process.ppid}`, '--fsize=1040000']));
  if (habit === 'tells' && secret && readFileSync(facts, 'latin1').includes(secret)) {
    console.log(`{"CMPET_RATE":"${secret}"}`);
    for (const folder of [tmpdir(), process.cwd()]) writeFileSync(join(folder, `${secret}.txt`), secret);
    throw new Error(`cannot render ${secret}`);
  }
}

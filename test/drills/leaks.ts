import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyCheckout } from './leaks/copy-checkout.ts';
import type { Fault } from './leaks/fault.ts';
import { faults } from './leaks/faults.ts';
import { runTests } from './leaks/run-tests.ts';
import { seed } from './leaks/seed.ts';
import { isGreen, unnoticed } from './leaks/verdict.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Seeds faults that let something closed out, each by itself, in copies of the checkout, and runs the test that has to notice
 * it: it must fail, and say why. Without a fault all of these tests must pass.
 * @param words only the faults with these words in their names.
 */
export async function drill(words: string[] = []) {
  const chosen = faults.filter(({ name }) => words.every((word) => name.includes(word)));
  if (chosen.length === 0)
    throw new Error(`No fault has "${words.join(' ')}" in its name. See test/drills/leaks/faults/.`);
  const room = mkdtempSync(join(tmpdir(), 'drill-leaks-'));
  try {
    const copies = ['one', 'other'].map((name) => join(room, name));
    for (const copy of copies) copyCheckout(root, copy);
    await withoutFaults(copies[0]!, chosen);
    const waiting = [...chosen];
    let caught = 0;
    const work = async (copy: string) => {
      for (let fault = waiting.shift(); fault; fault = waiting.shift()) if (await isCaught(copy, fault)) caught += 1;
    };
    await Promise.all(copies.map(work));
    if (caught < chosen.length) process.exitCode = 1;
    return `${caught} of ${chosen.length} caught`;
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
}

async function withoutFaults(copy: string, chosen: Fault[]) {
  const counted = chosen.map(({ noticed }) => noticed);
  const outcome = await runTests(copy, counted);
  const red = new Set(counted.filter((noticed) => !isGreen(outcome, noticed)).map(({ test }) => test));
  if (red.size > 0)
    throw new Error(`Without any fault these tests do not pass:\n${[...red].join('\n')}\n${outcome.printed.trim()}`);
}

async function isCaught(copy: string, { name, edits, noticed, happened }: Fault) {
  const problem = await seeded(copy, edits, async () => unnoticed(await runTests(copy, [noticed]), noticed));
  const told = `${name}${happened ? ` (${happened})` : ''} → ${noticed.test.trim()}`;
  console.log(problem === null ? `caught  ${told}` : `MISSED  ${told}: ${problem}`);
  return problem === null;
}

/** Does something while a fault is in a copy. @returns what that returns, or why the fault could not be seeded. */
async function seeded(copy: string, edits: Fault['edits'], work: () => Promise<string | null>) {
  const takeBack: (() => void)[] = [];
  try {
    for (const edit of edits) takeBack.unshift(seed(copy, edit));
    return await work();
  } catch (error) {
    return (error as Error).message;
  } finally {
    for (const each of takeBack) each();
  }
}

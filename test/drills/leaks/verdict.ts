import type { Noticed } from './fault.ts';
import type { Outcome, Ran } from './run-tests.ts';

/** Why a run does not show that a fault is noticed; null when its test failed, and said what the fault makes it say. */
export function unnoticed(outcome: Outcome, noticed: Noticed): string | null {
  const ran = testsOf(outcome, noticed);
  const printed = `:\n${outcome.printed.trim()}`;
  if (ran.length === 0) return `its test did not run${printed}`;
  const failed = ran.filter(({ passed }) => !passed);
  if (failed.length === 0) return 'its test stays green';
  if (failed.flatMap(({ because }) => because).some((line) => !promised.test(line)))
    return `its test cannot run to its end${printed}`;
  return noticed.says.test(outcome.printed) ? null : `its test fails without saying ${String(noticed.says)}${printed}`;
}

/** A fault that makes the code throw what nobody wrote, or wait for ever, shows that it does not work, not that it leaks. */
const promised = /^(AssertionError|Error: Property failed)/;

/** True when a test ran and passed, whatever it was run with. */
export function isGreen(outcome: Outcome, noticed: Noticed) {
  const ran = testsOf(outcome, noticed);
  return ran.length > 0 && ran.every(({ passed }) => passed);
}

function testsOf({ tests }: Outcome, { file, test }: Noticed): Ran[] {
  return tests.filter((ran) => ran.file === file && ran.test.includes(test));
}

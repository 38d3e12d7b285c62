import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Noticed } from './fault.ts';

/** A test that ran, and the first line of each error that it ended with. */
export type Ran = { file: string; test: string; passed: boolean; because: string[] };
/** The tests that could run, and all that was printed. */
export type Outcome = { tests: Ran[]; printed: string };

type Report = { testResults: { name: string; assertionResults: Assertion[] }[] };
type Assertion = { fullName: string; status: string; failureMessages: string[] };

/** Runs some tests of a checkout, and no others. */
export async function runTests(checkout: string, wanted: Pick<Noticed, 'file' | 'test'>[]): Promise<Outcome> {
  const report = join(checkout, 'leaks-report.json');
  const files = [...new Set(wanted.map(({ file }) => file))];
  const names = wanted.map(({ test }) => test.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts'];
  const reporters = ['--reporter', 'default', '--reporter', 'json', `--outputFile.json=${report}`];
  const tests = ['--testNamePattern', `(${names.join('|')})`, ...files];
  const child = spawn(process.execPath, [...vitest, ...reporters, ...tests], {
    cwd: checkout,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  await once(child, 'close');
  const ran = testsIn(report, checkout);
  rmSync(report, { force: true });
  return { tests: ran, printed };
}

function testsIn(report: string, checkout: string): Ran[] {
  try {
    const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
    return testResults.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status === 'passed' || status === 'failed')
        .map(({ fullName, status, failureMessages }) => ({
          file: relative(checkout, name),
          test: fullName,
          passed: status === 'passed',
          because: failureMessages.map((message) => message.split('\n')[0]!),
        })),
    );
  } catch {
    return []; // there is no report when nothing could run
  }
}

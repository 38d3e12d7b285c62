import { spawn } from 'node:child_process';
import { expect, onTestFinished, test } from 'vitest';
import { keepRunning } from '../../site/keep-running.ts';

const pause = { first: 10, longest: 40, well: 60_000 };

/** Runs a script of Node that way. */
function kept(
  script: string,
  { program = process.execPath, ...given }: Partial<typeof pause> & { program?: string } = {},
) {
  const [said, started] = [[] as string[], [] as number[]];
  const stop = new AbortController();
  const running = keepRunning({
    start() {
      const child = spawn(program, ['-e', script], { stdio: ['pipe', 'ignore', 'inherit'] });
      if (child.pid !== undefined) started.push(child.pid);
      return child;
    },
    what: 'The notifier',
    say: (line) => said.push(line),
    signal: stop.signal,
    pause: { ...pause, ...given },
  });
  onTestFinished(() => running.stop());
  return { said, started, stop: () => running.stop(), abort: () => stop.abort() };
}

const soon = { timeout: 20_000 };

test('a process that is killed is started again, and that is said', async () => {
  const { said, started } = kept('setInterval(() => {}, 1000)');
  await expect.poll(() => started.length, soon).toBe(1);
  process.kill(started[0]!, 'SIGKILL');
  await expect.poll(() => started.length, soon).toBe(2);
  expect(said).toEqual(['The notifier has ended by itself (SIGKILL) and is started again in 1 s.']);
});

test('one that cannot run is started at growing distances, and not for ever the same', async () => {
  const { said, started } = kept('process.exit(3)', { first: 1_000, longest: 3_000, well: 60_000 });
  await expect.poll(() => said.length, soon).toBe(3);
  expect(said.map((line) => /\((.*)\).* in (\d) s/.exec(line)!.slice(1))).toEqual([
    ['exit code 3', '1'],
    ['exit code 3', '2'],
    ['exit code 3', '3'],
  ]);
  expect(started).toHaveLength(3);
});

test('one that the machine cannot start is tried again', async () => {
  const { said } = kept('', { program: '/nowhere/node' });
  await expect.poll(() => said.length, soon).toBeGreaterThan(1);
  expect(said[0]).toBe('The notifier has ended by itself (ENOENT) and is started again in 1 s.');
});

test('one that ran well for a while is started again at once', async () => {
  const { said } = kept('process.exit(0)', { first: 10, longest: 60_000, well: 0 });
  await expect.poll(() => said.length, soon).toBeGreaterThan(5);
  expect(new Set(said)).toEqual(
    new Set(['The notifier has ended by itself (exit code 0) and is started again in 1 s.']),
  );
});

test('stopping ends it in its own way, waits for that, and starts nothing more', async () => {
  const { said, started, stop } = kept(
    "process.on('SIGTERM', () => setTimeout(() => process.exit(0), 200)); process.stdin.resume()",
  );
  await expect.poll(() => started.length, soon).toBe(1);
  await stop();
  expect(() => process.kill(started[0]!, 0)).toThrow('ESRCH');
  expect([said, started.length]).toEqual([[], 1]);
});

test('stopping does not wait for a pause', async () => {
  const { said, started, stop } = kept('process.exit(1)', { first: 600_000 });
  await expect.poll(() => said.length, soon).toBe(1);
  await stop();
  expect(started).toHaveLength(1);
});

test('one that ends once all is to end is not started again', async () => {
  const { said, started, abort } = kept('setInterval(() => {}, 1000)');
  await expect.poll(() => started.length, soon).toBe(1);
  abort();
  process.kill(started[0]!, 'SIGKILL');
  await new Promise((heard) => setTimeout(heard, 300));
  expect([said, started.length]).toEqual([[], 1]);
});

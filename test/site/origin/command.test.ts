import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { answersIn, ask, received, until } from './raw-http.ts';
import { serve } from './running-origin.ts';
import { everyday, flip, releasesFolder, sha256, writeRelease, type Contents } from './small-release.ts';

const command = join(import.meta.dirname, '../../../site/origin/command.ts');

function start(args: string[], env: Record<string, string> = {}) {
  const { PORT: _, DATA_DIR: __, ...own } = process.env;
  const child = spawn(process.execPath, [command, ...args], { env: { ...own, ...env } });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** What a command that cannot start says, and its exit code. */
async function refusal(args: string[], env: Record<string, string> = {}) {
  const child = start(args, env);
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  return { said, code: Number(code) };
}

/** The port of a command that has started. */
async function portOf(child: ReturnType<typeof start>) {
  let said = '';
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    said += String(chunk);
    const port = /listens at http:\/\/127\.0\.0\.1:(\d+)\//.exec(said)?.[1];
    if (port) return Number(port);
  }
  throw new Error(`It did not start: ${said}`);
}

function dataFolder(contents: Contents = everyday) {
  const data = releasesFolder();
  const releases = join(data, 'releases');
  writeRelease(releases, 'first', contents);
  flip(releases, 'first');
  return data;
}

test('it serves the current release of the data folder, and stops on SIGTERM', async () => {
  const child = start(['--port', '0', '--data', dataFolder()]);
  expect((await ask(await portOf(child), '/')).body.toString()).toBe(everyday['index.html']);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('it takes PORT and DATA_DIR from the environment', async () => {
  const child = start([], { PORT: '0', DATA_DIR: dataFolder() });
  expect((await ask(await portOf(child), '/notices/')).status).toBe(200);
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('it finishes a download under way before it stops', async () => {
  const big = Buffer.alloc(24 * 1024 * 1024, 'map');
  const child = start(['--port', '0', '--data', dataFolder({ 'map/korea.pmtiles': big })]);
  const socket = connect(await portOf(child), '127.0.0.1');
  socket.write('GET /map/korea.pmtiles HTTP/1.1\r\nHost: test\r\n\r\n');
  await once(socket, 'readable');
  child.kill('SIGTERM');
  const [answer] = answersIn(await received(socket));
  expect(sha256(answer!.body)).toBe(sha256(big));
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('told to wait, it starts before the first release', async () => {
  const data = releasesFolder();
  const child = start(['--port', '0', '--data', data, '--wait']);
  expect((await ask(await portOf(child), '/')).status).toBe(503);
});

test('it goes on serving when nobody takes its log any more', async () => {
  const data = dataFolder();
  const child = start(['--port', '0', '--data', data]);
  const port = await portOf(child);
  child.stdout.destroy();
  writeRelease(join(data, 'releases'), 'second', { 'second.txt': 'second' });
  flip(join(data, 'releases'), 'second');
  await until(async () => (await ask(port, '/second.txt')).status === 200);
  writeRelease(join(data, 'releases'), 'third', { 'third.txt': 'third' });
  flip(join(data, 'releases'), 'third');
  await until(async () => (await ask(port, '/third.txt')).status === 200);
  expect(child.exitCode).toBeNull();
});

test('--help says what it can do', async () => {
  const child = start(['--help']);
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  expect([code, said]).toEqual([0, expect.stringMatching(/--port[^]*--host[^]*0\.0\.0\.0[^]*--data[^]*--wait/)]);
});

test('without a release it says in one sentence what to run', async () => {
  const data = releasesFolder();
  expect(await refusal(['--data', data])).toEqual({
    said: `${data}/releases has no current release. Run "npm run release -- build".\n`,
    code: 1,
  });
});

test('a port in use is named', async () => {
  const { port } = await serve();
  expect(await refusal(['--port', String(port), '--data', dataFolder()])).toEqual({
    said: `Port ${port} is in use. Stop the program that has it, or choose another with PORT=4322.\n`,
    code: 1,
  });
});

test('a data folder that is no folder, or holds something else, is named', async () => {
  const file = join(releasesFolder(), 'file');
  writeFileSync(file, '');
  expect(await refusal(['--data', file])).toEqual({
    said: `${file}/releases/current cannot be read (ENOTDIR). Point --data or DATA_DIR at the folder that "npm run release" writes.\n`,
    code: 1,
  });
  const data = releasesFolder();
  mkdirSync(join(data, 'releases/current'), { recursive: true });
  const { said, code } = await refusal(['--data', data, '--wait']);
  expect([said, code]).toEqual([expect.stringMatching(/^\S+ is not a link to a release\. [^\n]+\n$/), 1]);
});

test('a broken release is named', async () => {
  const data = dataFolder();
  writeFileSync(join(data, 'releases/first/manifest.json'), '{');
  const { said, code } = await refusal(['--data', data, '--port', '0']);
  expect([said, code]).toEqual([expect.stringMatching(/^\S+ is broken\. Build the release again: [^\n]+\n$/), 1]);
});

test.each([
  [['--port', '99999'], 'The setting PORT is no port.'],
  [['--port', 'http'], 'The setting PORT is no port.'],
  [['--prot', '1'], "Unknown option '--prot'."],
])('%j is refused: %s', async (args, beginning) => {
  const { said, code } = await refusal(args);
  expect([said, code]).toEqual([expect.toSatisfy((line: string) => line.startsWith(beginning)), 1]);
});

test('an address that this machine does not have is named', async () => {
  const { said, code } = await refusal(['--host', '192.0.2.1', '--port', '0', '--data', dataFolder()]);
  expect([said, code]).toEqual([
    'This machine has no address "192.0.2.1". Use --host 127.0.0.1, or 0.0.0.0 for the whole network.\n',
    1,
  ]);
});

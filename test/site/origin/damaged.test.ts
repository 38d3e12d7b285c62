import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answersIn, ask, received, until } from './raw-http.ts';
import { serve } from './running-origin.ts';
import { everyday, page } from './small-release.ts';

const large = { ...everyday, 'map/korea.pmtiles': Buffer.alloc(24 * 1024 * 1024, 'map') };

test.each([
  ['is missing', (path: string) => rmSync(path)],
  ['is shorter', (path: string) => truncateSync(path, 10)],
  ['is longer', (path: string) => writeFileSync(path, `${page('공고')} `)],
  ['has other bytes', (path: string) => writeFileSync(path, page('위조'))],
  ['has become a link', (path: string) => replace(path, () => symlinkSync('/etc/hostname', path))],
  ['has become a folder', (path: string) => replace(path, () => mkdirSync(path))],
  ['has become a pipe', (path: string) => replace(path, () => execFileSync('mkfifo', [path]))],
])('a listed file that %s: 500, one line in the log, and all else is served', async (_, damage) => {
  const { port, releases, logged } = await serve();
  damage(join(releases, 'first/client/notices/index.html'));
  for (let again = 0; again < 3; again++) {
    const { status, headers, body } = await ask(port, '/notices/');
    expect([status, headers['cache-control']]).toEqual([500, 'no-store']);
    expect(body.toString()).toContain('페이지를 보여 드릴 수 없습니다');
  }
  expect(logged.slice(2)).toEqual([
    expect.stringMatching(/^Release first cannot serve notices\/index\.html: .*roll back\.$/),
  ]);
  expect((await ask(port, '/')).status).toBe(200);
  expect((await ask(port, '/notices/', { headers: { 'Accept-Encoding': 'br' } })).status).toBe(200);
});

test('a file that is mended is served again', async () => {
  const { port, releases } = await serve();
  const path = join(releases, 'first/client/notices/index.html');
  rmSync(path);
  expect((await ask(port, '/notices/')).status).toBe(500);
  writeFileSync(path, everyday['notices/index.html']!);
  expect((await ask(port, '/notices/')).status).toBe(200);
});

test('a large file of another size is not begun', async () => {
  const { port, releases } = await serve(large);
  truncateSync(join(releases, 'first/client/map/korea.pmtiles'), 20 * 1024 * 1024);
  expect((await ask(port, '/map/korea.pmtiles')).status).toBe(500);
});

test('a large file that shrinks while it is sent ends in a cut connection, never in a wrong length', async () => {
  const { port, releases, logged } = await serve(large);
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  socket.write('GET /map/korea.pmtiles HTTP/1.1\r\nHost: test\r\n\r\n');
  await once(socket, 'readable');
  truncateSync(join(releases, 'first/client/map/korea.pmtiles'), 16 * 1024 * 1024);
  expect(answersIn(await received(socket))).toEqual([]);
  await until(() => logged.length === 3);
  expect(logged[2]).toMatch(/^Release first cannot serve map\/korea\.pmtiles: it ended after 16777216 bytes where/);
});

test('a missing 404 page is a 500, not a crash', async () => {
  const { port, releases } = await serve();
  rmSync(join(releases, 'first/client/404.html'));
  expect((await ask(port, '/nothing/')).status).toBe(500);
  expect((await ask(port, '/')).status).toBe(200);
});

function replace(path: string, make: () => void) {
  rmSync(path);
  make();
}

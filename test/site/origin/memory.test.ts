import { once } from 'node:events';
import { readdirSync, readlinkSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Copy } from '../../../site/origin/copies.ts';
import { hotBodies } from '../../../site/origin/hot-bodies.ts';
import { ask, until } from './raw-http.ts';
import { serve } from './running-origin.ts';
import { everyday, releasesFolder, sha256, writeRelease } from './small-release.ts';

const megabyte = 1024 * 1024;

function storedCopies(count: number, bytes: number) {
  const releases = releasesFolder();
  const bodies = Array.from({ length: count }, (_, number) => Buffer.alloc(bytes, `copy ${number} `));
  writeRelease(releases, 'copies', Object.fromEntries(bodies.map((body, number) => [`${number}.png`, body])));
  return bodies.map((body, number) => ({
    path: join(releases, 'copies/client', `${number}.png`),
    copy: { sha256: sha256(body), bytes } as Copy,
  }));
}

test('bodies are kept up to a bound, and the one not asked for the longest goes first', async () => {
  const bodies = hotBodies(3_000);
  const [a, b, c, d] = storedCopies(4, 1_000);
  for (const { path, copy } of [a!, b!, c!]) await bodies.fetch(path, copy);
  expect(bodies.get(a!.copy.sha256)?.length).toBe(1_000);
  await bodies.fetch(d!.path, d!.copy);
  expect([a, b, c, d].map((stored) => bodies.get(stored!.copy.sha256)?.length)).toEqual([
    1_000,
    undefined,
    1_000,
    1_000,
  ]);
});

test('a body larger than the bound is handed out and not kept', async () => {
  const bodies = hotBodies(500);
  const [a] = storedCopies(1, 1_000);
  expect((await bodies.fetch(a!.path, a!.copy)).length).toBe(1_000);
  expect(bodies.get(a!.copy.sha256)).toBeUndefined();
});

test('a body kept twice counts once', async () => {
  const bodies = hotBodies(2_000);
  const [a, b] = storedCopies(2, 1_000);
  for (let times = 0; times < 5; times++) await bodies.fetch(a!.path, a!.copy);
  await bodies.fetch(b!.path, b!.copy);
  expect([a, b].map((stored) => bodies.get(stored!.copy.sha256)?.length)).toEqual([1_000, 1_000]);
});

test('many who want the same body at once read it once', async () => {
  const bodies = hotBodies(2_000);
  const [a] = storedCopies(1, 1_000);
  const [first, ...others] = await Promise.all(Array.from({ length: 50 }, () => bodies.fetch(a!.path, a!.copy)));
  expect(others.every((body) => body === first)).toBe(true);
});

test('a body in memory outlives its file', async () => {
  const { port, releases } = await serve();
  await ask(port, '/');
  rmSync(join(releases, 'first/client'), { recursive: true });
  expect((await ask(port, '/')).status).toBe(200);
  expect((await ask(port, '/notices/')).status).toBe(500);
});

test('twenty readers who take nothing do not bring a large file into memory, and leave no open file behind', async () => {
  const { port, releases } = await serve({ ...everyday, 'map/korea.pmtiles': Buffer.alloc(64 * megabyte, 'map') });
  const before = process.memoryUsage().arrayBuffers;
  const sockets = Array.from({ length: 20 }, () => connect(port, '127.0.0.1').on('error', () => {}));
  for (const socket of sockets) {
    socket.write('GET /map/korea.pmtiles HTTP/1.1\r\nHost: test\r\n\r\n');
    await once(socket, 'readable');
  }
  await sleep(500);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * megabyte);
  expect(openFilesIn(releases)).toBe(20);

  for (const socket of sockets) socket.destroy();
  await until(() => openFilesIn(releases) === 0);
});

test('a reader who asks for the same large file a hundred times opens it once at a time', async () => {
  const { port, releases } = await serve({ ...everyday, 'map/korea.pmtiles': Buffer.alloc(8 * megabyte, 'map') });
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  socket.write('GET /map/korea.pmtiles HTTP/1.1\r\nHost: test\r\n\r\n'.repeat(100));
  await once(socket, 'readable');
  await sleep(100);
  expect(openFilesIn(releases)).toBe(1);
  socket.destroy();
  await until(() => openFilesIn(releases) === 0);
});

test('readers who leave before the first byte leave no open file behind', async () => {
  const { port, releases, logged } = await serve({
    ...everyday,
    'map/korea.pmtiles': Buffer.alloc(8 * megabyte, 'map'),
  });
  for (let number = 0; number < 100; number++) {
    const socket = connect(port, '127.0.0.1').on('error', () => {});
    await once(socket, 'connect');
    socket.write('GET /map/korea.pmtiles HTTP/1.1\r\nHost: test\r\n\r\n', () => socket.resetAndDestroy());
  }
  await sleep(100);
  await until(() => openFilesIn(releases) === 0);
  expect((await ask(port, '/map/korea.pmtiles', { headers: { Range: 'bytes=8388600-' } })).body.length).toBe(8);
  await ask(port, '/map/korea.pmtiles', { method: 'HEAD' });
  await until(() => openFilesIn(releases) === 0);
  expect(logged.length).toBe(2);
});

function openFilesIn(folder: string) {
  return readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).includes(`${folder}/`);
    } catch {
      return false;
    }
  }).length;
}

import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { systemClock } from '../../../db/clock.ts';
import { CurrentRelease } from '../../../site/origin/current-release.ts';
import { readManifest } from '../../../site/release/manifest.ts';
import { answersIn, ask, received, until } from './raw-http.ts';
import { serve, serveFolder } from './running-origin.ts';
import { everyday, flip, page, releasesFolder, sha256, writeRelease } from './small-release.ts';

async function homeOf(port: number) {
  return (await ask(port, '/')).body.toString();
}

test('a flip is seen within about 100 ms, without a restart', async () => {
  const { port, releases, logged } = await serve();
  writeRelease(releases, 'second', { 'index.html': page('second') });
  flip(releases, 'second');
  const start = performance.now();
  await until(async () => (await homeOf(port)) === page('second'));
  expect(performance.now() - start).toBeLessThan(300);
  expect((await ask(port, '/notices/')).status).toBe(404);
  expect(logged.at(-1)).toBe('Serving release second (1 files).');
});

test('rolling back is a flip like any other', async () => {
  const { port, releases } = await serve();
  writeRelease(releases, 'second', { 'index.html': page('second') });
  flip(releases, 'second');
  await until(async () => (await homeOf(port)) === page('second'));
  flip(releases, 'first');
  await until(async () => (await homeOf(port)) === everyday['index.html']);
  expect((await ask(port, '/notices/')).status).toBe(200);
});

test('a broken release is refused once, in one sentence, and the old one stays', async () => {
  const { port, releases, logged } = await serve();
  mkdirSync(join(releases, 'broken'));
  writeFileSync(join(releases, 'broken/manifest.json'), '{"format":1');
  flip(releases, 'broken');
  await until(() => logged.length === 3);
  await sleep(2_500);
  expect(logged.slice(2)).toEqual([
    `${releases}/broken/manifest.json is broken. Build the release again: "npm run release -- build". Release first stays.`,
  ]);
  expect(await homeOf(port)).toBe(everyday['index.html']);
});

test('a refused release is served once it is whole', async () => {
  const { port, releases, logged } = await serve();
  mkdirSync(join(releases, 'late'));
  flip(releases, 'late');
  await until(() => logged.some((line) => line.includes('late is not a finished release')));
  writeRelease(releases, 'late', { 'index.html': page('late') });
  await until(async () => (await homeOf(port)) === page('late'));
  expect(logged.at(-1)).toBe('Serving release late (1 files).');
});

test('a release that is gone because the next one came is not spoken of', async () => {
  const releases = releasesFolder();
  const logged: string[] = [];
  const current = new CurrentRelease(releases, systemClock, (line) => void logged.push(line));
  writeRelease(releases, 'second', everyday);
  flip(releases, 'gone');
  const looking = current.look();
  flip(releases, 'second');
  await looking;
  await current.close();
  expect([current.release?.id, logged.length]).toEqual(['second', 1]);
});

test('a link that goes missing, or is no link, takes nothing down', async () => {
  const { port, releases, logged } = await serve();
  rmSync(join(releases, 'current'));
  await until(() => logged.some((line) => line.includes('has no current release')));
  await sleep(300);
  expect(logged.slice(2)).toEqual([
    `${releases} has no current release. Run "npm run release -- build". Release first stays.`,
  ]);
  mkdirSync(join(releases, 'current'));
  await until(() => logged.some((line) => line.includes('is not a link to a release')));
  expect(await homeOf(port)).toBe(everyday['index.html']);
  rmSync(join(releases, 'current'), { recursive: true });
  writeRelease(releases, 'second', { 'index.html': page('second') });
  flip(releases, 'second');
  await until(async () => (await homeOf(port)) === page('second'));
});

test('an origin may start before the first release, even before the folder: it says so and picks it up', async () => {
  const releases = join(releasesFolder(), 'later/releases');
  const { port, logged } = await serveFolder(releases, {}, true);
  const early = await ask(port, '/notices/');
  expect([early.status, early.headers['retry-after'], early.headers['cache-control']]).toEqual([503, '5', 'no-store']);
  expect(early.body.toString()).toContain('사이트를 준비하고 있습니다');
  expect((await ask(port, '/', { method: 'POST' })).status).toBe(405);

  writeRelease(releases, 'first', everyday);
  flip(releases, 'first');
  await until(async () => (await homeOf(port)) === everyday['index.html']);
  expect(logged).toEqual([
    `${releases} has no current release. Run "npm run release -- build". Nothing is served yet.`,
    `The origin listens at http://127.0.0.1:${port}/`,
    `Serving release first (${Object.keys(everyday).length} files).`,
  ]);
});

test('an origin that shall not wait says what is missing', async () => {
  const releases = releasesFolder();
  await expect(serveFolder(releases)).rejects.toThrow(
    `${releases} has no current release. Run "npm run release -- build".`,
  );
  symlinkSync('nowhere', join(releases, 'current'));
  await expect(serveFolder(releases)).rejects.toThrow('nowhere is not a finished release: manifest.json is missing.');
});

test('a slow download ends with the bytes it began with, though its release is replaced and deleted', async () => {
  const big = Buffer.alloc(24 * 1024 * 1024, 'old release ');
  const { port, releases } = await serve({ ...everyday, 'map/korea.pmtiles': big });
  const socket = connect(port, '127.0.0.1');
  socket.write('GET /map/korea.pmtiles HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n');
  await new Promise((resolve) => socket.once('readable', resolve));

  writeRelease(releases, 'second', { 'index.html': page('second') });
  flip(releases, 'second');
  rmSync(join(releases, 'first'), { recursive: true });
  await until(async () => (await homeOf(port)) === page('second'));

  const [answer] = answersIn(await received(socket, 20_000));
  expect(answer?.headers['etag']).toBe(`"${sha256(big)}"`);
  expect(sha256(answer!.body)).toBe(sha256(big));
});

test('a page that a new release did not change is not read again', async () => {
  const { port, releases } = await serve();
  await ask(port, '/');
  writeRelease(releases, 'second', { ...everyday, 'notices/index.html': page('changed') });
  rmSync(join(releases, 'second/client/index.html'));
  flip(releases, 'second');
  await until(async () => (await ask(port, '/notices/')).body.toString() === page('changed'));
  expect(await homeOf(port)).toBe(everyday['index.html']);
});

test('200 flips, each deleting the release before it, while eight readers read: no error, no mix', async () => {
  const releases = releasesFolder();
  const release = (number: number) => {
    const home = page(`release ${number} `.repeat(number % 40));
    return { 'index.html': home, 'digest.txt': sha256(home) };
  };
  const publish = (number: number) => {
    writeRelease(releases, `release-${number}`, release(number));
    flip(releases, `release-${number}`);
    rmSync(join(releases, `release-${number - 1}`), { recursive: true, force: true });
  };
  publish(0);
  const { port, logged } = await serveFolder(releases, { hotBytes: 0 });
  const known = new Set(Array.from({ length: 201 }, (_, number) => Object.values(release(number)).map(sha256)).flat());
  const wrong: unknown[] = [];
  const seen = new Set<string>();
  const over = new AbortController();

  const reader = async (path: string) => {
    while (!over.signal.aborted) {
      const { status, headers, body } = await ask(port, path);
      const digest = sha256(body);
      seen.add(digest);
      if (status !== 200 || headers['etag'] !== `"${digest}"` || !known.has(digest))
        wrong.push([status, headers, body]);
    }
  };
  const readers = Array.from({ length: 8 }, (_, number) => reader(number % 2 ? '/' : '/digest.txt'));
  for (let number = 1; number <= 200; number++) {
    publish(number);
    await sleep(10);
  }
  await until(async () => (await homeOf(port)) === release(200)['index.html']);
  over.abort();
  await Promise.all(readers);

  expect(wrong).toEqual([]);
  expect(seen.size).toBeGreaterThan(20);
  expect((await ask(port, '/digest.txt')).body.toString()).toBe(sha256(await homeOf(port)));
  expect(logged.filter((line) => !/^(?:Serving|The origin listens)/.test(line))).toEqual([]);
});

test('a release of 40,000 pages is taken in while readers are answered', async () => {
  const { port, releases, logged } = await serve();
  const longest = [];
  let standstill = Infinity;
  for (const id of ['large-1', 'large-2', 'large-3']) {
    const manifest = writeRelease(releases, id, everyday);
    for (let number = 0; number < 40_000; number++)
      manifest.files[`notices/${number}/index.html`] = manifest.files['index.html']!;
    writeFileSync(join(releases, id, 'manifest.json'), JSON.stringify(manifest));

    const start = performance.now();
    readManifest(join(releases, id));
    standstill = Math.min(standstill, performance.now() - start);
    flip(releases, id);
    longest.push(await longestAnswerUntil(port, () => logged.at(-1)!.includes(id)));
  }
  // The best of three: another program may have had the processor in one of them.
  expect(Math.min(...longest)).toBeLessThan(standstill / 2);
  expect((await ask(port, '/notices/39999')).status).toBe(301);
});

async function longestAnswerUntil(port: number, over: () => boolean) {
  let longest = 0;
  while (!over()) {
    const start = performance.now();
    await ask(port, '/');
    longest = Math.max(longest, performance.now() - start);
  }
  return longest;
}

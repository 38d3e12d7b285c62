import { expect, test } from 'vitest';
import { ask, until } from './raw-http.ts';
import { serveFolder } from './running-origin.ts';
import { everyday, flip, page, releasesFolder, writeRelease, type Told } from './small-release.ts';

const usual = 'public, max-age=0, s-maxage=60, stale-while-revalidate=30, stale-if-error=86400';
const hasty = 'public, max-age=0, s-maxage=5, stale-if-error=86400';
const kept = (seconds: number) => `public, max-age=0, s-maxage=${seconds}, stale-if-error=86400`;

const contents = {
  ...everyday,
  'results/2026000123/index.html': page('오늘 저녁에 발표합니다'),
  'results/2026000124/index.html': page('내일 아침에 발표합니다'),
  'results/2026000125/index.html': page('보류합니다'),
};

const told: Told = {
  instants: ['2026-11-24T19:30:00+09:00', '2026-11-25T09:00:00+09:00'],
  concerned: {
    'notices/2026000123/index.html': [0],
    'results/2026000123/index.html': [0],
    'results/2026000124/index.html': [1],
    'results/2026000125/index.html': [],
  },
};

test('an instant that passes while the bytes are fetched is not overlooked', async () => {
  const releases = releasesFolder();
  writeRelease(releases, 'first', contents, { ...told, asOf: '2026-11-24T09:00:00+09:00' });
  flip(releases, 'first');
  const hours = ['09:01:00', '19:29:50', '19:30:00'].map(instant);
  const { port } = await serveFolder(releases, {}, false, { now: () => hours.shift()! });
  expect((await ask(port, '/')).headers['cache-control']).toBe(kept(0));
});

/** An origin with a clock that stands at an hour of 24 November, until it is moved. */
async function serveAt(hour: string) {
  let now = instant(hour);
  const releases = releasesFolder();
  writeRelease(releases, 'first', contents, { ...told, asOf: '2026-11-24T09:00:00+09:00' });
  flip(releases, 'first');
  const { port, logged } = await serveFolder(releases, {}, false, { now: () => now });
  const caching = async (path: string, headers = {}) => (await ask(port, path, { headers })).headers['cache-control'];
  const publish = async (id: string, asOf: string) => {
    writeRelease(releases, id, contents, { ...told, asOf });
    flip(releases, id);
    await until(() => logged.at(-1)!.includes(id));
  };
  return { port, caching, publish, clock: (next: string) => void (now = instant(next)) };
}

function instant(hour: string) {
  return new Date(`2026-11-24T${hour}+09:00`);
}

test('caches let go of a page at its instant, and ask often until the release that answers it has settled', async () => {
  const { caching, publish, clock } = await serveAt('09:01:00');
  const path = '/results/2026000123/';
  expect(await caching(path)).toBe(usual);
  clock('19:28:45');
  expect(await caching(path)).toBe('public, max-age=0, s-maxage=60, stale-while-revalidate=15, stale-if-error=86400');
  clock('19:29:20');
  expect(await caching(path)).toBe(kept(40));
  clock('19:29:59.999');
  expect(await caching(path)).toBe(kept(0));
  for (const soon of ['19:30:00', '19:30:00.001', '19:30:02.999']) {
    clock(soon);
    expect(await caching(path)).toBe(kept(0));
  }
  for (const late of ['19:30:03', '19:31:00']) {
    clock(late);
    expect(await caching(path)).toBe(hasty);
  }
  await publish('second', '2026-11-24T19:30:00+09:00');
  expect(await caching(path)).toBe(hasty);
  clock('19:33:59.999');
  expect(await caching(path)).toBe(hasty);
  clock('19:34:00');
  expect(await caching(path)).toBe(usual);
});

test('a release made before the instant settles nothing, also one that readers are taken back to', async () => {
  const { caching, publish, clock } = await serveAt('19:29:00');
  await publish('second', '2026-11-24T19:29:00+09:00');
  clock('19:50:00');
  expect(await caching('/')).toBe(hasty);
});

test('the pages of a notice follow its own instants, all else follows every one', async () => {
  const { caching, clock } = await serveAt('09:10:00');
  clock('19:29:30');
  const concerned = ['/', '/notices/', '/data/notices.json', '/feeds/all.xml', '/notices/2026000123/'];
  for (const path of concerned) expect([path, await caching(path)]).toEqual([path, kept(30)]);
  for (const id of ['2026000124', '2026000125']) expect(await caching(`/results/${id}/`)).toBe(usual);
});

test('a part, the word that nothing has changed and the way to a page are kept as long as the page', async () => {
  const { port, caching, clock } = await serveAt('09:10:00');
  clock('19:29:30');
  const path = '/results/2026000123/';
  const tag = (await ask(port, path)).headers['etag'];
  expect(await caching(path, { Range: 'bytes=0-9' })).toBe(kept(30));
  expect(await caching(path, { 'If-None-Match': tag })).toBe(kept(30));
  expect(await caching('/results/2026000123')).toBe(kept(30));
  expect(await caching('/results/2026000124')).toBe(usual);
});

test('"not yet" and "never" are the same before, at and after an instant', async () => {
  const { port, clock } = await serveAt('09:10:00');
  for (const hour of ['19:29:30', '19:29:59.999', '19:30:00', '19:45:00']) {
    clock(hour);
    const answers = await Promise.all(
      ['/results/2026000126/', '/results/nonsense/', '/data/2026000123.json'].map((path) => ask(port, path)),
    );
    const [first, ...others] = answers.map((answer) => ({ ...answer, headers: { ...answer.headers, date: '' } }));
    expect([first!.status, answers[0]!.headers['cache-control']]).toEqual([404, 'public, max-age=0, s-maxage=5']);
    for (const other of others) expect(other).toEqual(first);
  }
});

test('an asset is kept for a year, a failure not at all, whatever the hour', async () => {
  const { caching, clock } = await serveAt('09:10:00');
  clock('19:30:00');
  expect(await caching('/_astro/page.Bx9k2.css')).toBe('public, max-age=31536000, immutable');
  expect(await caching('/alerts/')).toBe('no-store');
});

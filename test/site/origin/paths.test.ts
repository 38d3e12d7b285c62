import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ask } from './raw-http.ts';
import { serve, serveFolder } from './running-origin.ts';
import { everyday, flip, page, releasesFolder, writeRelease } from './small-release.ts';

test('a page is served under the folder it lies in, a file under its name', async () => {
  const { port } = await serve();
  expect((await ask(port, '/')).body.toString()).toBe(everyday['index.html']);
  expect((await ask(port, '/notices/2026000123/')).body.toString()).toBe(everyday['notices/2026000123/index.html']);
  expect((await ask(port, '/data/notices.json')).body.toString()).toBe(everyday['data/notices.json']);
  expect((await ask(port, '/empty.txt')).status).toBe(200);
});

test('a query does not change the page', async () => {
  const { port } = await serve();
  const { status, body } = await ask(port, '/notices/?page=2&q=%EC%84%9C%EC%9A%B8');
  expect([status, body.toString()]).toEqual([200, everyday['notices/index.html']]);
});

test('a Korean address works, encoded in either case', async () => {
  const { port } = await serve();
  for (const path of ['/notices/region/%EC%84%9C%EC%9A%B8/', '/notices/region/%ec%84%9c%ec%9a%b8/'])
    expect((await ask(port, path)).body.toString()).toBe(everyday['notices/region/서울/index.html']);
});

test('a proxy may send the whole address', async () => {
  const { port } = await serve();
  expect((await ask(port, 'http://test/notices/')).status).toBe(200);
  expect((await ask(port, 'https://test')).body.toString()).toBe(everyday['index.html']);
  expect((await ask(port, 'http://test?a=b')).status).toBe(200);
});

test.each([
  ['/notices', '/notices/'],
  ['/notices?a=1&b=/x', '/notices/?a=1&b=/x'],
  ['/notices/index.html', '/notices/'],
  ['/index.html', '/'],
  ['/index.html?q=1', '/?q=1'],
  ['/notices/region/%ec%84%9c%ec%9a%b8', '/notices/region/%EC%84%9C%EC%9A%B8/'],
  ['/%6Eotices', '/notices/'],
  ['http://elsewhere.example/notices', '/notices/'],
])('%s leads to %s', async (path, location) => {
  const { port } = await serve();
  const answer = await ask(port, path);
  expect([answer.status, answer.headers['location'], answer.body.length]).toEqual([301, location, 0]);
});

test('a folder name with signs that mean something in an address is encoded in the redirect', async () => {
  const { port } = await serve({ 'what? #1/index.html': page('odd') });
  const { headers } = await ask(port, '/what%3F%20%231');
  expect(headers['location']).toBe('/what%3F%20%231/');
  expect((await ask(port, headers['location']!)).status).toBe(200);
});

// prettier-ignore
const hostile = [
  '/..', '/../', '/../manifest.json', '/../../etc/passwd', '/notices/../../manifest.json',
  '/notices/../index.html', '/./', '/./index.html', '/notices/./', '/.', '/...', '/.../', '/.git/config',
  '/.env', '/.well-known/', '/notices/.hidden', '/%2e%2e/manifest.json', '/%2e%2e%2fmanifest.json',
  '/..%2fmanifest.json', '/..%2Fmanifest.json', '/%2e./manifest.json', '/%252e%252e/manifest.json',
  '/..%252fmanifest.json', '/%25', '/notices%2f', '/notices%2F2026000123%2F', '/%2fnotices/',
  '/..\\manifest.json', '/notices\\', '/..%5cmanifest.json', '/%5c%5cserver/share', '\\notices\\',
  '/C:/Windows/win.ini', '//', '///', '//notices/', '//elsewhere.example/', '//elsewhere.example/notices',
  '/notices//', '//notices', '/notices//index.html', '/notices/%00', '/%00', '/index.html%00',
  '/index.html%00.png', '/notices/%7f', '/notices/서울', '/%0d%0aSet-Cookie:x=1', '/notices%0d%0a', '/%', '/%2', '/%zz',
  '/%u0041', '/%c0%ae%c0%ae/', '/%c0%af', '/%e0%80%af', '/%f0%80%80%af', '/%ed%a0%80', '/%ff', '/%80',
  '/index.html.br', '/index.html.gz', '/notices/index.html.br', '/_astro/page.Bx9k2.css.br', '/manifest.json',
  '/client/index.html', '/current/index.html', '/first/client/index.html', '/INDEX.HTML', '/Notices/',
  '/index.html/', '/notices/index.html/', '/favicon.ico/', '/notices;a=b/', '/notices/#', '/#', '/notices/*',
  '/~root', '/_astro', '/_astro/', '/data', '/data/', '/constructor', '/__proto__/', '*', 'notices/',
  'test:443', 'ftp://test/', 'http:///notices/', 'http://', 'javascript:alert(1)', 'file:///etc/passwd', '?',
  '#',
];

test(`none of ${hostile.length} hostile addresses gets a 200 or leaves the site`, async () => {
  const { port, logged, releases } = await serve();
  const secret = readFileSync(join(releases, 'first/manifest.json'));
  for (const path of hostile) {
    const { status, headers, body } = await ask(port, path);
    expect([path, status]).toEqual([path, expect.toSatisfy((code) => [301, 400, 404].includes(code))]);
    if (status === 301) expect(headers['location']).toMatch(/^\/(?!\/)[\x21-\x7e]*$/);
    expect(body.includes(secret.subarray(0, 40))).toBe(false);
  }
  expect((await ask(port, '/')).status).toBe(200);
  expect(logged.join()).not.toMatch(/cannot serve/);
});

test.each(['/%', '/%zz', '/%c0%ae', '/%ff', 'ftp://test/'])('%s is answered 400, with a page', async (path) => {
  const { port } = await serve();
  const { status, headers, body } = await ask(port, path);
  expect([status, headers['cache-control'], headers['content-type']]).toEqual([
    400,
    'no-store',
    'text/html; charset=utf-8',
  ]);
  expect(body.toString()).toContain('주소를 읽을 수 없습니다');
});

test.each(['../outside.txt', '/absolute.txt', 'a/../b.txt', 'a//b.txt', 'a/', 'a\\b.txt', './a.txt', 'nul\0.txt', ''])(
  'a release that lists "%s" is refused',
  async (path) => {
    const releases = releasesFolder();
    const manifest = writeRelease(releases, 'strange', everyday);
    manifest.files[path] = manifest.files['index.html']!;
    writeFileSync(join(releases, 'strange/manifest.json'), JSON.stringify(manifest));
    flip(releases, 'strange');
    await expect(serveFolder(releases)).rejects.toThrow(/is no path inside the release\. Build the release again/);
  },
);

import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { ask } from './raw-http.ts';
import { serve } from './running-origin.ts';
import { everyday, page, sha256 } from './small-release.ts';

test('the reader gets the smallest copy it understands', async () => {
  const { port } = await serve();
  const br = await ask(port, '/', { headers: { 'Accept-Encoding': 'gzip, deflate, br, zstd' } });
  const gzip = await ask(port, '/', { headers: { 'Accept-Encoding': 'gzip' } });
  const plain = await ask(port, '/');
  expect([br, gzip, plain].map(({ headers }) => headers['content-encoding'])).toEqual(['br', 'gzip', undefined]);
  expect(brotliDecompressSync(br.body).toString()).toBe(everyday['index.html']);
  expect(gunzipSync(gzip.body).toString()).toBe(everyday['index.html']);
  expect(plain.body.toString()).toBe(everyday['index.html']);
});

test('a reader that refuses all there is gets the plain bytes rather than nothing', async () => {
  const { port } = await serve();
  const { status, headers } = await ask(port, '/', { headers: { 'Accept-Encoding': 'identity;q=0' } });
  expect([status, headers['content-encoding']]).toEqual([200, undefined]);
});

test('a file without twins comes plain and does not vary', async () => {
  const { port } = await serve();
  const { headers } = await ask(port, '/icon.png', { headers: { 'Accept-Encoding': 'br' } });
  expect([headers['content-encoding'], headers['vary']]).toEqual([undefined, undefined]);
});

test('every answer that could have come in another coding says so', async () => {
  const { port } = await serve();
  const tag = (await ask(port, '/')).headers['etag']!;
  const answers = [
    await ask(port, '/'),
    await ask(port, '/', { headers: { 'Accept-Encoding': 'br' } }),
    await ask(port, '/', { headers: { 'If-None-Match': tag } }),
    await ask(port, '/', { headers: { Range: 'bytes=0-9' } }),
    await ask(port, '/', { headers: { Range: 'bytes=999999-' } }),
    await ask(port, '/nothing/'),
    await ask(port, '/alerts/'),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 304, 206, 416, 404, 503]);
  expect(answers.map(({ headers }) => headers['vary'])).toEqual(answers.map(() => 'Accept-Encoding'));
});

test.each([
  ['/', 'text/html; charset=utf-8'],
  ['/_astro/page.Bx9k2.css', 'text/css; charset=utf-8'],
  ['/_astro/page.Cq1z8.js', 'text/javascript; charset=utf-8'],
  ['/data/notices.json', 'application/json; charset=utf-8'],
  ['/data/notices.csv', 'text/csv; charset=utf-8'],
  ['/feeds/all.xml', 'application/xml; charset=utf-8'],
  ['/feeds/all.ics', 'text/calendar; charset=utf-8'],
  ['/icon.svg', 'image/svg+xml; charset=utf-8'],
  ['/icon.png', 'image/png'],
  ['/photo.webp', 'image/webp'],
  ['/favicon.ico', 'image/x-icon'],
  ['/map/korea.pmtiles', 'application/vnd.pmtiles'],
  ['/fonts/a.woff2', 'font/woff2'],
  ['/robots.txt', 'text/plain; charset=utf-8'],
  ['/manifest.webmanifest', 'application/manifest+json; charset=utf-8'],
  ['/unknown.kind', 'application/octet-stream'],
])('%s is %s', async (path, type) => {
  const { port } = await serve();
  expect((await ask(port, path)).headers['content-type']).toBe(type);
});

const pageCaching = 'public, max-age=0, s-maxage=60, stale-while-revalidate=30, stale-if-error=86400';

test.each([
  ['/', 200, pageCaching],
  ['/notices', 301, pageCaching],
  ['/data/notices.json', 200, pageCaching],
  ['/_astro/page.Bx9k2.css', 200, 'public, max-age=31536000, immutable'],
  ['/_astro/gone.css', 404, 'public, max-age=0, s-maxage=5'],
  ['/nothing/', 404, 'public, max-age=0, s-maxage=5'],
  ['/alerts/', 503, 'no-store'],
  ['/%', 400, 'no-store'],
])('caches are told about %s (%i): %s', async (path, status, caching) => {
  const { port } = await serve();
  const answer = await ask(port, path);
  expect([answer.status, answer.headers['cache-control']]).toEqual([status, caching]);
});

test('every answer with a body forbids what a page here never needs', async () => {
  const { port } = await serve();
  for (const path of ['/', '/notices', '/nothing/', '/alerts/', '/%', '/icon.svg', '/data/notices.json']) {
    const { headers } = await ask(port, path);
    expect(headers).toMatchObject({
      'content-security-policy':
        "default-src 'none'; style-src 'self'; img-src 'self' data: blob:; script-src 'self'; worker-src 'self'; connect-src 'self'; font-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(headers['permissions-policy']!.match(/[a-z-]+=\([a-z]+\)/g)).toEqual(['geolocation=(self)']);
    expect(headers).not.toHaveProperty('last-modified');
    expect(headers).not.toHaveProperty('x-powered-by');
  }
});

test('pages are for this site, open data and feeds for everyone', async () => {
  const { port } = await serve();
  const sharing = async (path: string) => {
    const { headers } = await ask(port, path);
    return [headers['access-control-allow-origin'], headers['cross-origin-resource-policy']];
  };
  expect(await sharing('/')).toEqual([undefined, 'same-origin']);
  expect(await sharing('/data/notices.json')).toEqual(['*', 'cross-origin']);
  expect(await sharing('/feeds/all.xml')).toEqual(['*', 'cross-origin']);
});

test('HEAD is answered with the headers of GET and no body', async () => {
  const { port } = await serve();
  for (const path of ['/', '/icon.png', '/notices', '/nothing/', '/alerts/', '/%']) {
    const wish = { headers: { 'Accept-Encoding': 'br' } };
    const [get, head] = [await ask(port, path, wish), await ask(port, path, { ...wish, method: 'HEAD' })];
    expect([head.status, { ...head.headers, date: '' }]).toEqual([get.status, { ...get.headers, date: '' }]);
    expect(head.body.length).toBe(0);
  }
});

test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])('%s is refused: 405', async (method) => {
  const { port } = await serve();
  for (const path of ['/', '/nothing/']) {
    const { status, headers } = await ask(port, path, { method });
    expect([status, headers['allow'], headers['cache-control']]).toEqual([405, 'GET, HEAD', 'no-store']);
  }
});

test('what is not there is answered with the 404 page of the release, compressed too', async () => {
  const { port } = await serve();
  const plain = await ask(port, '/nothing/');
  expect([plain.status, plain.body.toString()]).toEqual([404, everyday['404.html']]);
  const br = await ask(port, '/nothing/', { headers: { 'Accept-Encoding': 'br' } });
  expect([br.status, brotliDecompressSync(br.body).toString()]).toEqual([404, everyday['404.html']]);
});

test('"not yet" and "never" are the same: status, headers, body, whatever the reader says it has', async () => {
  const { port } = await serve();
  const headers = { 'If-None-Match': '*', Range: 'bytes=0-9' };
  const notYet = await ask(port, '/results/2026000123/', { headers });
  const never = await ask(port, '/results/nonsense/', { headers });
  expect(notYet.status).toBe(404);
  expect({ ...notYet, headers: { ...notYet.headers, date: '' } }).toEqual({
    ...never,
    headers: { ...never.headers, date: '' },
  });
});

test('a release without a 404 page still has one', async () => {
  const { port } = await serve({ 'index.html': page('home') });
  const { status, body } = await ask(port, '/nothing/');
  expect([status, body.toString()]).toEqual([404, expect.stringContaining('페이지를 찾을 수 없습니다')]);
});

test('whoever comes for alerts is told that they rest, also with a form in hand', async () => {
  const { port } = await serve();
  for (const path of ['/alerts', '/alerts/', '/alerts/confirm?token=x', '/alerts/manage', '/%61lerts/'])
    for (const method of ['GET', 'POST']) {
      const { status, headers, body } = await ask(port, path, { method });
      expect([status, headers['retry-after'], headers['cache-control']]).toEqual([503, '60', 'no-store']);
      expect(body.toString()).toBe(everyday['alerts/unavailable/index.html']);
    }
  expect((await ask(port, '/alertsome/')).status).toBe(404);
});

test('alerts rest with a page even when the release has none for it', async () => {
  const { port } = await serve({ 'index.html': page('home') });
  const { status, headers, body } = await ask(port, '/alerts/');
  expect([status, headers['retry-after'], headers['cache-control']]).toEqual([503, '60', 'no-store']);
  expect(body.toString()).toContain('알림 신청을 잠시 받을 수 없습니다');
});

test('the digest in the tag is the digest of the bytes, in every coding', async () => {
  const { port } = await serve();
  const tags = new Set<string>();
  for (const coding of ['br', 'gzip', 'identity']) {
    const { headers, body } = await ask(port, '/', { headers: { 'Accept-Encoding': coding } });
    expect(headers['etag']).toBe(`"${sha256(body)}"`);
    tags.add(headers['etag']!);
  }
  expect(tags.size).toBe(3);
});

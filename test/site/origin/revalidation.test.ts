import { expect, test } from 'vitest';
import { ask } from './raw-http.ts';
import { serve } from './running-origin.ts';
import { everyday } from './small-release.ts';

const home = Buffer.from(everyday['index.html']!);

async function tagOf(port: number, coding: string) {
  return (await ask(port, '/', { headers: { 'Accept-Encoding': coding } })).headers['etag']!;
}

test('a reader that has the bytes is told so, in a few lines', async () => {
  const { port } = await serve();
  const tag = await tagOf(port, 'br');
  const { status, headers, body } = await ask(port, '/', {
    headers: { 'Accept-Encoding': 'br', 'If-None-Match': tag },
  });
  expect([status, body.length]).toEqual([304, 0]);
  expect(headers).toMatchObject({
    etag: tag,
    vary: 'Accept-Encoding',
    'cache-control': 'public, max-age=0, s-maxage=60, stale-while-revalidate=30, stale-if-error=86400',
  });
  expect(headers).not.toHaveProperty('content-length');
  expect(headers).not.toHaveProperty('content-encoding');
  expect(headers).not.toHaveProperty('content-type');
});

test('open data stays open when nothing has changed', async () => {
  const { port } = await serve();
  const { status, headers } = await ask(port, '/data/notices.json', { headers: { 'If-None-Match': '*' } });
  expect([status, headers['access-control-allow-origin']]).toEqual([304, '*']);
});

test.each([
  ['the tag', (tag: string) => tag],
  ['the tag as a weak one', (tag: string) => `W/${tag}`],
  ['the tag in a list', (tag: string) => `"other", ${tag} , W/"another"`],
  ['the tag in a tight list', (tag: string) => `"other",W/${tag}`],
  ['anything at all', () => '*'],
  ['anything at all, with blanks', () => ' * '],
])('If-None-Match with %s: 304', async (_, header) => {
  const { port } = await serve();
  const headers = { 'Accept-Encoding': 'gzip', 'If-None-Match': header(await tagOf(port, 'gzip')) };
  expect((await ask(port, '/', { headers })).status).toBe(304);
  expect((await ask(port, '/', { headers, method: 'HEAD' })).status).toBe(304);
});

test.each([
  ['another tag', () => '"other"'],
  ['the tag without its quotes', (tag: string) => tag.slice(1, -1)],
  ['a longer tag', (tag: string) => `"x${tag.slice(1)}`],
  ['nothing', () => ''],
  ['a star among tags', () => '"*", *x'],
])('If-None-Match with %s: 200', async (_, header) => {
  const { port } = await serve();
  const headers = { 'Accept-Encoding': 'gzip', 'If-None-Match': header(await tagOf(port, 'gzip')) };
  expect((await ask(port, '/', { headers })).status).toBe(200);
});

test('the tag of another coding does not count', async () => {
  const { port } = await serve();
  const headers = { 'Accept-Encoding': 'gzip', 'If-None-Match': await tagOf(port, 'br') };
  expect((await ask(port, '/', { headers })).status).toBe(200);
});

test('a part of a page is cut from the plain bytes, whatever codings the reader takes', async () => {
  const { port } = await serve();
  const { status, headers, body } = await ask(port, '/', { headers: { 'Accept-Encoding': 'br', Range: 'bytes=5-14' } });
  expect([status, body]).toEqual([206, home.subarray(5, 15)]);
  expect(headers).toMatchObject({
    'content-range': `bytes 5-14/${home.length}`,
    'content-length': '10',
    'accept-ranges': 'bytes',
    etag: await tagOf(port, 'identity'),
    'content-type': 'text/html; charset=utf-8',
  });
  expect(headers).not.toHaveProperty('content-encoding');
});

test('a part may be asked for from the end, or to the end', async () => {
  const { port } = await serve();
  const part = async (range: string) => (await ask(port, '/', { headers: { Range: range } })).body;
  expect(await part('bytes=-7')).toEqual(home.subarray(-7));
  expect(await part('bytes=100-')).toEqual(home.subarray(100));
  expect(await part('bytes=0-')).toEqual(home);
});

test('a part beyond the end is refused with the length', async () => {
  const { port } = await serve();
  const { status, headers, body } = await ask(port, '/', { headers: { Range: `bytes=${home.length}-` } });
  expect([status, headers['content-range'], body.length]).toEqual([416, `bytes */${home.length}`, 0]);
});

test.each(['bytes=0-1,4-5', 'pages=0-1', 'bytes=9-1', 'nonsense'])(
  'Range "%s" brings the whole page',
  async (range) => {
    const { port } = await serve();
    const { status, body } = await ask(port, '/', { headers: { Range: range } });
    expect([status, body]).toEqual([200, home]);
  },
);

test('only the plain copy offers parts', async () => {
  const { port } = await serve();
  expect((await ask(port, '/')).headers['accept-ranges']).toBe('bytes');
  const { headers } = await ask(port, '/', { headers: { 'Accept-Encoding': 'br' } });
  expect(headers['accept-ranges']).toBeUndefined();
});

test('HEAD has no parts', async () => {
  const { port } = await serve();
  const { status, headers } = await ask(port, '/', { method: 'HEAD', headers: { Range: 'bytes=0-1' } });
  expect([status, headers['content-length']]).toEqual([200, String(home.length)]);
});

test('a part is given only of the bytes that the reader began with', async () => {
  const { port } = await serve();
  const status = async (ifRange: string) =>
    (await ask(port, '/', { headers: { Range: 'bytes=0-1', 'If-Range': ifRange } })).status;
  const tag = await tagOf(port, 'identity');
  expect(await status(tag)).toBe(206);
  expect(await status(`W/${tag}`)).toBe(200);
  expect(await status('"older"')).toBe(200);
  expect(await status(await tagOf(port, 'br'))).toBe(200);
  expect(await status('Sun, 22 Nov 2026 09:30:00 GMT')).toBe(200);
});

test('a reader that has the plain bytes is not given a part of them', async () => {
  const { port } = await serve();
  const headers = { Range: 'bytes=0-1', 'If-None-Match': await tagOf(port, 'identity') };
  expect((await ask(port, '/', { headers })).status).toBe(304);
});

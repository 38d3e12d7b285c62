import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { answersIn, ask, exchange, received, until } from './raw-http.ts';
import { serve } from './running-origin.ts';
import { everyday, page, sha256 } from './small-release.ts';

const get = (path: string, more = '') => `GET ${path} HTTP/1.1\r\nHost: test\r\n${more}\r\n`;

const megabyte = 1024 * 1024;
const withBigFile = { ...everyday, 'map/korea.pmtiles': Buffer.alloc(32 * megabyte, 'map') };

function dial(port: number, allowHalfOpen = false) {
  return connect({ port, host: '127.0.0.1', allowHalfOpen }).on('error', () => {});
}

/** Milliseconds until the other side is gone. */
async function lifeOf(socket: ReturnType<typeof dial>) {
  const start = performance.now();
  socket.resume();
  await once(socket, 'close');
  return performance.now() - start;
}

test('a reader that takes ages over its headers is cut off', async () => {
  const { port } = await serve(everyday, { headers: 300 });
  const socket = dial(port);
  socket.write('GET / HTTP/1.1\r\nHost: test\r\n');
  const drip = setInterval(() => socket.write('X: y\r\n'), 50);
  expect(await lifeOf(socket)).toBeLessThan(1_500);
  clearInterval(drip);
});

test('a reader that connects and says nothing is cut off', async () => {
  const { port } = await serve(everyday, { headers: 300 });
  expect(await lifeOf(dial(port))).toBeLessThan(1_500);
});

test('headers without an end are refused: 431', async () => {
  const { port } = await serve(everyday, { headerBytes: 8_192 });
  const socket = dial(port);
  socket.write('GET / HTTP/1.1\r\nHost: test\r\n');
  const flood = setInterval(() => socket.write(`X: ${'y'.repeat(2_000)}\r\n`), 2);
  expect((await received(socket)).toString()).toMatch(/^HTTP\/1\.1 431 /);
  clearInterval(flood);
});

test('an address that is too long is refused: 414, or 431 when it is longer than all headers may be', async () => {
  const { port } = await serve(everyday, { urlBytes: 1_000 });
  expect((await ask(port, `/${'a'.repeat(1_000)}`)).status).toBe(414);
  expect((await ask(port, `/?${'a'.repeat(998)}`)).status).toBe(200);
  expect((await ask(port, `/${'a'.repeat(200_000)}`)).status).toBe(431);
});

test.each([
  ['a body of known length', 'Content-Length: 5\r\n', 'hello'],
  ['a body in chunks', 'Transfer-Encoding: chunked\r\n', '5\r\nhello\r\n0\r\n\r\n'],
  ['a body that never comes', 'Content-Length: 1000000\r\n', ''],
])('%s is not read: the answer comes, and the connection ends', async (_, header, body) => {
  const { port } = await serve();
  const answers = answersIn(await exchange(port, get('/', header) + body + get('/notices/')));
  expect(answers.map(({ status, headers }) => [status, headers['connection']])).toEqual([[200, 'close']]);
  expect(answers[0]!.body.toString()).toBe(everyday['index.html']);
});

test('a body is not invited', async () => {
  const { port } = await serve();
  const bytes = await exchange(port, get('/', 'Content-Length: 5\r\nExpect: 100-continue\r\n'));
  expect(bytes.toString()).toMatch(/^HTTP\/1\.1 200 OK/);
});

test('requests that come in one piece are answered in their order', async () => {
  const { port, files } = await serve();
  const paths = Object.keys(files).filter((path) => !/index\.html$|^alerts/.test(path));
  const asked =
    [...paths, ...paths, ...paths].map((path) => get(`/${path}`)).join('') + get('/', 'Connection: close\r\n');
  const bodies = answersIn(await exchange(port, asked)).map(({ body }) => sha256(body));
  const digests = paths.map((path) => files[path]!.sha256);
  expect(bodies).toEqual([...digests, ...digests, ...digests, files['index.html']!.sha256]);
});

test('a reader that asks for ever more and takes nothing is cut off', async () => {
  const { port } = await serve(withBigFile, { waitingAnswers: 10 });
  expect(await exchange(port, get('/map/korea.pmtiles').repeat(12))).toHaveLength(0);
  const eleven = answersIn(await exchange(port, get('/').repeat(10) + get('/', 'Connection: close\r\n')));
  expect(eleven).toHaveLength(11);
});

test('a reader that has closed its own side still gets its answer', async () => {
  const { port, files } = await serve(withBigFile);
  for (const path of ['notices/2026000123/index.html', 'map/korea.pmtiles']) {
    const socket = dial(port, true);
    socket.end(get(`/${path.replace('index.html', '')}`));
    const [answer] = answersIn(await received(socket, 20_000));
    expect(sha256(answer!.body)).toBe(files[path]!.sha256);
  }
});

test('a reader that takes nothing is cut off', async () => {
  const { port } = await serve(withBigFile, { stalled: 200 });
  const socket = dial(port);
  socket.write(get('/map/korea.pmtiles'));
  await once(socket, 'readable');
  await sleep(1_000);
  expect((await received(socket)).length).toBeLessThan(32 * megabyte);
});

test('a reader that takes little at a time is not', async () => {
  const { port, files } = await serve(withBigFile, { stalled: 200 });
  const socket = dial(port);
  socket.write(get('/map/korea.pmtiles', 'Connection: close\r\n'));
  const chunks: Buffer[] = [];
  for await (const chunk of socket) {
    chunks.push(chunk);
    if (chunks.length % 16 === 0) await sleep(30);
  }
  const [answer] = answersIn(Buffer.concat(chunks));
  expect(sha256(answer!.body)).toBe(files['map/korea.pmtiles']!.sha256);
});

test('a connection that is not used is closed', async () => {
  const { port } = await serve(everyday, { idle: 100 });
  const socket = dial(port);
  socket.write(get('/'));
  expect(await lifeOf(socket)).toBeLessThan(2_500);
});

test('a connection that is used again stays', async () => {
  const { port } = await serve();
  const socket = dial(port);
  const answers = received(socket, 500);
  for (const path of ['/', '/notices/', '/nothing/', '/', '/alerts/']) {
    socket.write(get(path));
    await sleep(20);
  }
  expect(answersIn(await answers).map(({ status }) => status)).toEqual([200, 200, 404, 200, 503]);
});

test('one connection too many is dropped, and the others do not notice', async () => {
  const { port } = await serve(everyday, { connections: 2 });
  const first = dial(port);
  const second = dial(port);
  await Promise.all([once(first, 'connect'), once(second, 'connect')]);
  expect((await exchange(port, get('/'))).length).toBe(0);
  first.write(get('/', 'Connection: close\r\n'));
  expect(answersIn(await received(first)).map(({ status }) => status)).toEqual([200]);
  second.destroy();
});

test('stopping lets a download under way finish, and takes nothing new', async () => {
  const origin = await serve(withBigFile, { goodbye: 5_000 });
  const idle = dial(origin.port);
  const socket = dial(origin.port);
  socket.write(get('/map/korea.pmtiles'));
  await once(socket, 'readable');

  const start = performance.now();
  const closing = origin.close();
  const [answer] = answersIn(await received(socket, 20_000));
  expect(sha256(answer!.body)).toBe(origin.files['map/korea.pmtiles']!.sha256);
  await closing;
  expect(performance.now() - start).toBeLessThan(4_000);
  await until(() => idle.closed);
  expect((await exchange(origin.port, get('/'))).length).toBe(0);
});

test('stopping does not wait for a reader who takes nothing', async () => {
  const origin = await serve(withBigFile, { goodbye: 300 });
  const socket = dial(origin.port);
  socket.write(get('/map/korea.pmtiles'));
  await once(socket, 'readable');
  const start = performance.now();
  await origin.close();
  expect(performance.now() - start).toBeLessThan(1_000);
  socket.destroy();
});

test('what is no HTTP is refused, and the next reader is served', async () => {
  const { port } = await serve({ 'index.html': page('home') });
  for (const nonsense of [
    '\0\0\0\0',
    'GET\r\n\r\n',
    '\x16\x03\x01\x02\x00\x01',
    'GET / HTTP/9.9\r\n\r\n',
    'CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n',
  ])
    expect((await exchange(port, nonsense)).toString()).not.toMatch(/^HTTP\/1\.1 [23]/);
  expect((await exchange(port, 'GET / HTTP/1.1\r\n\r\n')).toString()).toMatch(/^HTTP\/1\.1 400/);
  expect((await ask(port, '/')).status).toBe(200);
});

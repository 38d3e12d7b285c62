import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { fixedClock } from '../../../db/clock.ts';
import { compare } from '../../../site/publisher/http-date.ts';
import { doubtOf } from '../../../site/publisher/second-clocks.ts';
import { startDateServer } from '../../stand-ins/time-server.ts';

const second = Date.parse('2026-11-22T10:29:58Z');
const at = (milliseconds: number) => fixedClock(new Date(second + milliseconds));

test.each([0, 1, 500, 999])('a Date holds for its whole second, %i ms into it too', async (milliseconds) => {
  const { url } = await startDateServer(at(milliseconds));
  expect(await doubtOf(url, at(milliseconds))).toBe(null);
});

test('a Date leaves its second open, and the way there and back', () => {
  // The answer that says :58 was made between 57.800 and 58.200 of our clock.
  expect(compare(second, second - 200, 400)).toEqual({ ahead: -500, uncertainty: 700 });
});

test.each([
  ['the server is 0.9 s ahead', 0, 900],
  ['the server is 0.9 s behind', 0, -900],
  ['ours is 1.999 s past the beginning of the second named', 1999, -1999],
])('a Date agrees when %s', async (_, ours, offset) => {
  const { url } = await startDateServer(at(ours), offset);
  expect(await doubtOf(url, at(ours))).toBe(null);
});

test('a Date does not agree with a clock that is 1.001 s past the end of the second it names', async () => {
  const { url, host } = await startDateServer(at(2001), -2001);
  expect(await doubtOf(url, at(2001))).toContain(`This machine's clock is 1.5 s ahead of ${host}.`);
});

test('a Date does not agree with a clock that is a minute behind', async () => {
  const { url, host } = await startDateServer(at(0), 60_000);
  expect(await doubtOf(url, at(0))).toContain(`s behind ${host}.`);
});

test('it is asked by one HEAD request without cookies, and a redirection is not followed', async () => {
  const web = await startDateServer(at(0));
  web.status = 302;
  web.headers = { location: web.url, 'set-cookie': 'seen=1' };
  expect(await doubtOf(web.url, at(0))).toBe(null);
  expect(await doubtOf(web.url, at(0))).toBe(null);
  expect(web.asked.map(({ method, url }) => [method, url])).toEqual([
    ['HEAD', '/time?key=unsaid'],
    ['HEAD', '/time?key=unsaid'],
  ]);
  expect(web.asked.map(({ headers }) => headers.cookie)).toEqual([undefined, undefined]);
});

test.each([
  ['no Date', { date: '' }, 'answers without a Date that can be read.'],
  ['a Date without a zone', { date: 'Sun Nov 22 10:29:58 2026' }, 'answers without a Date that can be read.'],
  ['a Date of another zone', { date: 'Sun, 22 Nov 2026 19:29:58 +0900' }, 'answers without a Date that can be read.'],
  ['a Date that is none', { date: 'Invalid Date' }, 'answers without a Date that can be read.'],
  ['a Date from a cache', { age: '3' }, 'answers from a cache, with an old Date.'],
])('%s has not agreed', async (_, headers, words) => {
  const web = await startDateServer(at(0));
  web.headers = headers;
  expect(await doubtOf(web.url, at(0))).toContain(`The second clock ${web.host} ${words} See that`);
});

test('a web server that does not answer has not agreed', async () => {
  const web = await startDateServer(at(0));
  web.headers = null;
  expect(await doubtOf(web.url, at(0))).toContain(`The second clock ${web.host} did not answer within 2.0 s.`);
  expect(web.asked.length).toBe(1);
});

test('what is no web server has not agreed, and the sentence has neither the query nor the password', async () => {
  const server = createServer((socket) => socket.end('220 mail.example ESMTP\r\n'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const words = await doubtOf(`http://me:word@127.0.0.1:${port}/?key=unsaid`, at(0));
  expect(words).toMatch(
    new RegExp(`^The second clock 127\\.0\\.0\\.1:${port} could not be asked \\(HPE_[A-Z_]+\\)\\.`),
  );
  expect(words).not.toMatch(/unsaid|word/);
});

test.each(['http', 'https'])('our clock is read no sooner than an %s request can leave', async (scheme) => {
  // Takes connections and says nothing: a handshake never ends.
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  if (scheme === 'http') await new Promise((done) => server.close(done));
  else onTestFinished(() => void server.close());
  let reads = 0;
  const counting = { now: () => new Date(second + reads++) };
  const why = scheme === 'http' ? 'could not be asked (ECONNREFUSED)' : 'did not answer within 2.0 s';
  expect(await doubtOf(`${scheme}://127.0.0.1:${port}/`, counting)).toContain(why);
  expect(reads).toBe(0);
});

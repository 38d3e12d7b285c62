import { expect, test } from 'vitest';
import { answersIn, ask, exchange } from './raw-http.ts';
import { serve } from './running-origin.ts';
import { everyday, sha256 } from './small-release.ts';

// prettier-ignore
const pieces = {
  method: ['GET', 'GET', 'GET', 'GET', 'HEAD', 'POST', 'get', 'G\0T', 'OPTIONS', 'CONNECT', 'PRI', ''],
  path: [
    ...Object.keys(everyday).map((path) => encodeURI(`/${path}`)),
    '/', '/notices', '/notices/', '*', '//', '/../', '/%2e%2e/', '/%', '/%00', '/%2f', 'http://a/', 'http://a/notices', '?', '#',
  ],
  mutation: ['', '', '', '/', '/..', '%', '%2f', '%00', '%ff', '.br', '.gz', '?', '?a=b', '#', '\\', ';', ' ', '\0', '\x80', '\n', '한'],
  version: ['HTTP/1.1', 'HTTP/1.1', 'HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/9', ''],
  header: [
    'Host: a', 'Host: a', 'Host: a', 'Host:', 'host: b', 'Connection: keep-alive', 'Connection: upgrade', 'Upgrade: h2c',
    'Accept-Encoding: br', 'Accept-Encoding: gzip;q=0.5, *;q=0', 'Accept-Encoding: \xff', 'Accept-Encoding: ;;;,,,q=',
    'Range: bytes=0-3', 'Range: bytes=-', 'Range: bytes=5-1', 'Range: bytes=99999999999999999999-', 'Range: bytes=-1', 'Range: \xe9',
    'If-None-Match: *', 'If-None-Match: "', 'If-None-Match: W/"a", "b', 'If-Range: "x"', 'If-Range: W/', 'Expect: 100-continue',
    'Content-Length: 3', 'Content-Length: -1', 'Content-Length: 3, 4', 'Transfer-Encoding: chunked', 'Transfer-Encoding: x',
    'X: \0', ': nameless', 'no colon', ' folded', `Long: ${'y'.repeat(9_000)}`, 'Expect: the unexpected',
  ],
  body: ['', '', '', 'abc', '3\r\nabc\r\n0\r\n\r\n', 'GET / HTTP/1.1\r\nHost: a\r\n\r\n', '\0'.repeat(100)],
};

test('3,000 requests of nonsense: the origin lives, and no 200 carries bytes that no manifest lists', async () => {
  const { port, files, logged } = await serve();
  const listed = new Set(Object.values(files).flatMap(({ sha256: plain, br, gz }) => [plain, br?.sha256, gz?.sha256]));
  const random = randomFrom(20_261_122);
  const statuses = new Map<number, number>();

  const reader = async () => {
    for (let number = 0; number < 150; number++) {
      const request = nonsense(random);
      const bytes = await exchange(port, Buffer.from(request, 'latin1'), 2_000);
      for (const { status, headers, body } of answersIn(bytes, request.startsWith('HEAD'))) {
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (status === 200 && body.length > 0 && !listed.has(sha256(body)))
          throw new Error(
            `${JSON.stringify(request)} was answered ${JSON.stringify({ headers, body: body.toString() })}`,
          );
      }
    }
  };
  await Promise.all(Array.from({ length: 20 }, reader));

  expect((await ask(port, '/')).body.toString()).toBe(everyday['index.html']);
  expect([...statuses.keys()].toSorted((a, b) => a - b)).toEqual(
    expect.arrayContaining([200, 206, 301, 304, 400, 404, 405, 503]),
  );
  expect(statuses.get(500)).toBeUndefined();
  expect(logged).toHaveLength(2);
});

function nonsense(random: () => number) {
  const pick = (list: string[]) => list[Math.floor(random() * list.length)]!;
  const headers = Array.from({ length: Math.floor(random() * 4) }, () => `${pick(pieces.header)}\r\n`).join('');
  const host = random() < 0.8 ? 'Host: a\r\nConnection: close\r\n' : 'Connection: close\r\n';
  const whole = `${pick(pieces.method)} ${pick(pieces.path)}${pick(pieces.mutation)} ${pick(pieces.version)}\r\n${host}${headers}\r\n${pick(pieces.body)}`;
  if (random() > 0.15) return whole;
  const at = Math.floor(random() * whole.length);
  return `${whole.slice(0, at)}${String.fromCharCode(Math.floor(random() * 256))}${whole.slice(at + 1)}`;
}

/** Numbers from 0 up to 1, the same ones on every run. */
function randomFrom(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

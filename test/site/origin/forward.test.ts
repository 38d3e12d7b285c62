import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { answersIn, ask, exchange, received, until } from './raw-http.ts';
import { serve } from './running-origin.ts';
import { everyday } from './small-release.ts';

type Heard = { method: string; url: string; headers: IncomingMessage['headers']; body: string };

/** A small notifier that answers what it is told to, and says what it heard. */
async function notifier(answer: (response: ServerResponse, heard: Heard) => void = (response) => response.end('ok')) {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const each = { method: request.method!, url: request.url!, headers: request.headers, body };
      heard.push(each);
      answer(response, each);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => server.close().closeAllConnections());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard };
}

const form = { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': '9' };

test('a form goes to the notifier with what it needs, and its answer comes back', async () => {
  const { url, heard } = await notifier((response) => {
    response.writeHead(303, { Location: '/alerts/asked/', 'Referrer-Policy': 'strict-origin', 'Set-Cookie': 'a=b' });
    response.end();
  });
  const { port } = await serve(everyday, {}, { notifier: url });
  const headers = { ...form, Origin: 'http://test', Cookie: 'c=d', 'X-Forwarded-For': '203.0.113.9', 'X-Other': 'x' };
  const { status, headers: back } = await ask(port, '/alerts/subscribe?a=1', {
    method: 'POST',
    headers,
    body: 'email=a@b',
  });
  expect([status, back['location'], back['referrer-policy']]).toEqual([303, '/alerts/asked/', 'strict-origin']);
  expect(back['content-security-policy']).toContain("default-src 'none'");
  expect(back).not.toHaveProperty('set-cookie');
  expect(heard).toHaveLength(1);
  expect(heard[0]).toMatchObject({ method: 'POST', url: '/alerts/subscribe?a=1', body: 'email=a@b' });
  expect(heard[0]!.headers).toEqual({
    connection: 'close',
    'content-length': '9',
    'content-type': 'application/x-www-form-urlencoded',
    host: 'test',
    origin: 'http://test',
    'x-forwarded-for': '127.0.0.1',
  });
});

test('the finished page of alerts stands, whether the notifier does or not', async () => {
  const { url, heard } = await notifier();
  for (const where of [url, 'http://127.0.0.1:1']) {
    const { port } = await serve(everyday, {}, { notifier: where });
    const { status, body } = await ask(port, '/alerts/');
    expect([status, body.toString()]).toEqual([200, everyday['alerts/index.html']]);
    expect((await ask(port, '/alerts')).headers['location']).toBe('/alerts/');
  }
  expect(heard).toEqual([]);
});

test('while the notifier is away readers are told so, and everything else goes on', async () => {
  const { port } = await serve(everyday, {}, { notifier: 'http://127.0.0.1:1' });
  for (const method of ['GET', 'POST']) {
    const { status, headers, body } = await ask(port, '/alerts/manage/?token=x', {
      method,
      ...(method === 'POST' && { headers: form, body: 'email=a@b' }),
    });
    expect([status, headers['retry-after'], headers['cache-control']]).toEqual([503, '60', 'no-store']);
    expect(body.toString()).toBe(everyday['alerts/unavailable/index.html']);
  }
  expect((await ask(port, '/')).status).toBe(200);
});

test('a notifier that does not answer in time is away', async () => {
  const { url } = await notifier(() => {});
  const { port } = await serve(everyday, { forwardTime: 100 }, { notifier: url });
  expect((await ask(port, '/alerts/manage/')).status).toBe(503);
});

test('an answer that breaks off is cut, and does not look whole', async () => {
  const { url } = await notifier((response) => {
    response.writeHead(200, { 'Content-Length': '1000' });
    response.write('half', () => response.socket!.destroy());
  });
  const { port } = await serve(everyday, {}, { notifier: url });
  const bytes = await exchange(port, 'GET /alerts/manage/ HTTP/1.1\r\nHost: test\r\n\r\n');
  expect(bytes.toString()).toContain('half');
  expect(answersIn(bytes)).toEqual([]);
});

test('a form that is too large is refused before the notifier hears of it, however it comes', async () => {
  const { url, heard } = await notifier();
  const { port } = await serve(everyday, { forwardBytes: 10 }, { notifier: url });
  const said = await ask(port, '/alerts/subscribe', {
    method: 'POST',
    headers: { 'Content-Length': '11' },
    body: 'email=a@b.c',
  });
  expect([said.status, said.headers['connection']]).toEqual([413, 'close']);
  const chunked =
    'POST /alerts/subscribe HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\nb\r\nemail=a@b.c\r\n0\r\n\r\n';
  expect(answersIn(await exchange(port, chunked)).map(({ status }) => status)).toEqual([413]);
  expect(heard).toEqual([]);
});

test('what is asked behind a form on the same connection is not answered: it may be part of the form', async () => {
  const { url, heard } = await notifier();
  const { port } = await serve(everyday, {}, { notifier: url });
  const bytes = await exchange(
    port,
    'POST /alerts/subscribe HTTP/1.1\r\nHost: test\r\nContent-Length: 9\r\n\r\nemail=a@bGET /alerts/manage/ HTTP/1.1\r\nHost: test\r\n\r\n',
  );
  expect(answersIn(bytes)).toHaveLength(1);
  expect(heard.map(({ url: asked }) => asked)).toEqual(['/alerts/subscribe']);
});

test('a sender that waits to be invited is', async () => {
  const { url, heard } = await notifier();
  const { port } = await serve(everyday, {}, { notifier: url });
  const socket = connect({ port, host: '127.0.0.1' });
  socket.write('POST /alerts/subscribe HTTP/1.1\r\nHost: test\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n');
  const [first] = (await once(socket, 'data')) as [Buffer];
  expect(first.toString()).toMatch(/^HTTP\/1\.1 100/);
  socket.write('email=a@b');
  expect((await received(socket)).toString()).toMatch(/^HTTP\/1\.1 200/);
  expect(heard[0]?.body).toBe('email=a@b');
});

test.each([
  '/alerts/../metrics',
  '/alerts/%2e%2e/metrics',
  '/alerts//x',
  '/alerts/.hidden',
  '/alerts/a b',
  '/alertsome/',
  '/%61lerts/%00',
  '/alerts/ü',
])('the notifier never hears of %s', async (path) => {
  const { url, heard } = await notifier();
  const { port } = await serve(everyday, {}, { notifier: url });
  expect((await ask(port, path.replace(' ', '%20').replace('ü', '%C3%BC'))).status).toBeGreaterThanOrEqual(404);
  expect(heard).toEqual([]);
});

test('methods that no form uses stay here', async () => {
  const { url, heard } = await notifier();
  const { port } = await serve(everyday, {}, { notifier: url });
  for (const method of ['TRACE', 'OPTIONS', 'PATCH', 'PROPFIND'])
    expect((await ask(port, '/alerts/manage/', { method })).status).toBe(503);
  expect(heard).toEqual([]);
});

test('whom a request came from is the word of our own proxies, never of a stranger', async () => {
  const { url, heard } = await notifier();
  const told = async (proxies: string[], list?: string) => {
    const { port } = await serve(everyday, {}, { notifier: url, proxies });
    await ask(port, '/alerts/manage/', { headers: list === undefined ? {} : { 'X-Forwarded-For': list } });
    return heard.at(-1)!.headers['x-forwarded-for'];
  };
  expect(await told([], '203.0.113.9')).toBe('127.0.0.1');
  expect(await told(['127.0.0.0/8'], '203.0.113.9')).toBe('203.0.113.9');
  expect(await told(['127.0.0.1'], '198.51.100.1, 203.0.113.9')).toBe('203.0.113.9');
  expect(await told(['127.0.0.1', '203.0.113.0/24'], '198.51.100.1, 203.0.113.9')).toBe('198.51.100.1');
  expect(await told(['127.0.0.1'], 'nonsense, ')).toBe('127.0.0.1');
  expect(await told(['127.0.0.1', '::/0'], '2001:db8::1')).toBe('2001:db8::1');
});

const alone = { forwardsKept: 0, forwardsWaiting: 0 };

test('readers do not notice when the notifier has all it can take', async () => {
  const waiting: ServerResponse[] = [];
  const { url } = await notifier((response) => void waiting.push(response));
  const { port } = await serve(everyday, { ...alone, forwards: 3 }, { notifier: url });
  const asked = [1, 2, 3].map(() => ask(port, '/alerts/manage/'));
  await until(() => waiting.length === 3);
  expect((await ask(port, '/alerts/manage/')).status).toBe(503);
  expect((await ask(port, '/')).status).toBe(200);
  for (const response of waiting) response.end('ok');
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 200, 200]);
  const after = ask(port, '/alerts/manage/');
  await until(() => waiting.length === 4);
  waiting[3]!.end('ok');
  expect((await after).status).toBe(200);
});

/** Speaks for whomever it likes, as a proxy of ours. */
const behindProxy = (url: string) => ({ notifier: url, proxies: ['127.0.0.1'] });
const from = (address: string) => ({ 'X-Forwarded-For': address });

/** A form of which the end never comes. @returns whether the origin has cut it off. */
function slowForm(port: number, address: string, path = '/alerts/subscribe') {
  const socket = connect({ port, host: '127.0.0.1' });
  onTestFinished(() => void socket.destroy());
  const state = { cut: false };
  socket.on('error', () => {}).on('close', () => (state.cut = true));
  socket.write(`POST ${path} HTTP/1.1\r\nHost: test\r\nX-Forwarded-For: ${address}\r\nContent-Length: 9\r\n\r\nem`);
  return state;
}

test('forms that never end hold nothing of the notifier, and keep nobody out', async () => {
  const { url, heard } = await notifier();
  const limits = { forwards: 1, forwardsKept: 0, forwardsRead: 4, forwardsReadEach: 3 };
  const { port } = await serve(everyday, limits, behindProxy(url));
  const slow: { cut: boolean }[] = [];
  for (let i = 0; i < 40; i++)
    slow.push(slowForm(port, `203.0.${i % 4}.${i}`, i % 2 ? '/alerts/unsubscribe/' : undefined));
  await until(() => slow.filter(({ cut }) => cut).length === 36);
  expect((await ask(port, '/alerts/asked/')).status).toBe(200);
  for (const path of ['/alerts/subscribe', '/alerts/unsubscribe/?token=x'])
    for (const address of ['198.51.100.1', '203.0.1.200']) {
      const wish = { method: 'POST', headers: { ...form, ...from(address) }, body: 'email=a@b' };
      expect([path, address, (await ask(port, path, wish)).status]).toEqual([path, address, 200]);
    }
  expect(heard).toHaveLength(5);
});

test('of the forms that are read, the longest of a network with more than its share gives way first', async () => {
  const { url } = await notifier();
  const { port } = await serve(everyday, { forwardsRead: 4, forwardsReadEach: 2 }, behindProxy(url));
  const other = slowForm(port, '198.51.100.1');
  await ask(port, '/alerts/asked/');
  const [first, second] = [slowForm(port, '2001:db8:7:1::1'), slowForm(port, '2001:db8:7:2::1')];
  await ask(port, '/alerts/asked/');
  const third = slowForm(port, '2001:db8:7:ffff::1');
  await until(() => [first, second].some(({ cut }) => cut));
  expect([[first.cut, second.cut].filter(Boolean).length, third.cut, other.cut]).toEqual([1, false, false]);
});

/** A notifier that answers when it is told to. */
async function slowNotifier() {
  const open: { response: ServerResponse; url: string; from: string }[] = [];
  const { url, heard } = await notifier((response, { url: asked, headers }) => {
    open.push({ response, url: asked, from: String(headers['x-forwarded-for']) });
  });
  return { url, heard, open };
}

test('who finds no place waits for one; a network that asks without end keeps others waiting for one turn', async () => {
  const { url, open } = await slowNotifier();
  const limits = { forwards: 2, forwardsKept: 0, forwardsEach: 2, forwardsWaiting: 20, forwardsWaitingEach: 9 };
  const { port } = await serve(everyday, limits, behindProxy(url));
  const greedy = Array.from({ length: 12 }, () =>
    ask(port, '/alerts/manage/?token=x', { headers: from('203.0.113.9') }),
  );
  expect((await Promise.any(greedy)).status).toBe(503);
  await until(() => open.length === 2);
  const calm = ask(port, '/alerts/manage/?token=y', { headers: from('198.51.100.1') });
  // Something that comes later is through: so is what stands in line.
  for (let i = 0; i < 3; i++) await ask(port, '/');
  open[0]!.response.end('ok');
  open[1]!.response.end('ok');
  await until(() => open.length === 4);
  expect(open.slice(2).map((each) => each.from)).toContain('198.51.100.1');
  for (let i = 2; i < 12; i++) await until(() => open.length > i).then(() => open[i]!.response.end('ok'));
  expect((await calm).status).toBe(200);
  expect((await Promise.all(greedy)).filter(({ status }) => status === 200)).toHaveLength(11);
});

test('places are kept for who leaves, and who leaves goes first', async () => {
  const { url, open } = await slowNotifier();
  const { port } = await serve(everyday, { forwards: 3, forwardsKept: 1, forwardsEach: 2 }, behindProxy(url));
  const pages = [1, 2, 3, 4].map((i) => ask(port, '/alerts/manage/?token=x', { headers: from(`203.0.${i}.9`) }));
  await until(() => open.length === 2);
  const leave = (address: string) =>
    ask(port, '/alerts/unsubscribe/?token=y', {
      method: 'POST',
      headers: { ...form, ...from(address) },
      body: 'email=a@b',
    });
  const leaving = [leave('203.0.1.9'), leave('203.0.1.9')];
  await until(() => open.length === 3);
  open[0]!.response.end('ok');
  await until(() => open.length === 4);
  expect(open.slice(2).map((each) => each.url)).toEqual([
    '/alerts/unsubscribe/?token=y',
    '/alerts/unsubscribe/?token=y',
  ]);
  for (let i = 1; i < 6; i++) await until(() => open.length > i).then(() => open[i]!.response.end('ok'));
  const all = await Promise.all([...pages, ...leaving]);
  expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
});

test('where all wait, who leaves goes first', async () => {
  const { url, open } = await slowNotifier();
  const { port } = await serve(everyday, { forwards: 1, forwardsKept: 0 }, { notifier: url });
  const asked = [ask(port, '/alerts/manage/')];
  await until(() => open.length === 1);
  asked.push(ask(port, '/alerts/manage/'));
  await ask(port, '/');
  asked.push(ask(port, '/alerts/push', { method: 'DELETE', headers: form, body: 'email=a@b' }));
  for (let i = 0; i < 3; i++) await ask(port, '/');
  for (let i = 0; i < 3; i++) await until(() => open.length > i).then(() => open[i]!.response.end('ok'));
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(open.map((each) => each.url)).toEqual(['/alerts/manage/', '/alerts/push', '/alerts/manage/']);
});

test('one network has its share of the notifier and no more', async () => {
  const { url, open } = await slowNotifier();
  const limits = { forwards: 9, forwardsKept: 0, forwardsEach: 2, forwardsWaiting: 0 };
  const { port } = await serve(everyday, limits, behindProxy(url));
  const asked = (address: string) => ask(port, '/alerts/manage/?token=x', { headers: from(address) });
  const got = [asked('2001:db8:7::1'), asked('2001:db8:7:8::1')];
  await until(() => open.length === 2);
  expect((await asked('2001:db8:7:ffff::1')).status).toBe(503);
  const other = asked('2001:db8:8::1');
  await until(() => open.length === 3);
  for (const { response } of open) response.end('ok');
  expect((await Promise.all([...got, other])).map(({ status }) => status)).toEqual([200, 200, 200]);
});

test('who has waited too long is told so', async () => {
  const { url, open } = await slowNotifier();
  const { port } = await serve(everyday, { forwards: 1, forwardsKept: 0, forwardsPatience: 50 }, { notifier: url });
  const first = ask(port, '/alerts/manage/');
  await until(() => open.length === 1);
  expect((await ask(port, '/alerts/manage/')).status).toBe(503);
  open[0]!.response.end('ok');
  expect((await first).status).toBe(200);
});

test('who leaves the line is not handed on', async () => {
  const { url, heard, open } = await slowNotifier();
  const { port } = await serve(everyday, { forwards: 1, forwardsKept: 0 }, { notifier: url });
  const first = ask(port, '/alerts/manage/?first');
  await until(() => open.length === 1);
  const socket = connect({ port, host: '127.0.0.1' });
  socket.write('GET /alerts/manage/?gone HTTP/1.1\r\nHost: test\r\n\r\n');
  await ask(port, '/');
  socket.resetAndDestroy();
  for (let i = 0; i < 3; i++) await ask(port, '/');
  const last = ask(port, '/alerts/manage/?last');
  open[0]!.response.end('ok');
  await until(() => open.length === 2);
  open[1]!.response.end('ok');
  expect([(await first).status, (await last).status]).toEqual([200, 200]);
  expect(heard.map(({ url: asked }) => asked)).toEqual(['/alerts/manage/?first', '/alerts/manage/?last']);
});

test('a reader that leaves in the middle gives its place back', async () => {
  const { url } = await notifier((response, { url: asked }) => void (asked.includes('stay') || response.end('ok')));
  const { port } = await serve(everyday, { ...alone, forwards: 1 }, { notifier: url });
  const socket = connect({ port, host: '127.0.0.1' });
  socket.write('GET /alerts/manage/?stay HTTP/1.1\r\nHost: test\r\n\r\n');
  await until(async () => (await ask(port, '/alerts/manage/')).status === 503);
  socket.resetAndDestroy();
  await until(async () => (await ask(port, '/alerts/manage/')).status === 200);
  expect((await ask(port, '/alerts/manage/')).body.toString()).toBe('ok');
});

import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** An answer as it came over the wire. Header names in lower case. */
export type Answer = { status: number; headers: Record<string, string>; body: Buffer };

type Wish = { method?: string; headers?: Record<string, string>; body?: string };

/** Asks for one thing on a connection of its own, with the path exactly as given. */
export async function ask(port: number, path: string, { method = 'GET', headers = {}, body = '' }: Wish = {}) {
  const lines = Object.entries({ Host: 'test', Connection: 'close', ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  const bytes = await exchange(port, Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`));
  const [answer] = answersIn(bytes, method === 'HEAD');
  if (!answer) throw new Error(`no answer to ${method} ${path}`);
  return answer;
}

/** Sends bytes and returns everything that comes until the other side ends, or `patience` has passed. */
export function exchange(port: number, bytes: Buffer | string, patience = 5_000) {
  const socket = connect({ port, host: '127.0.0.1' });
  socket.on('connect', () => socket.write(bytes));
  return received(socket, patience);
}

/** Everything that comes until the other side ends, also when it ends by cutting the connection. */
export function received(socket: Socket, patience = 5_000) {
  return new Promise<Buffer>((resolve) => {
    const chunks: Buffer[] = [];
    const timer = setTimeout(() => socket.destroy(), patience);
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', () => {});
    socket.on('end', () => socket.end());
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(Buffer.concat(chunks));
    });
  });
}

/** Splits what came into whole answers. One that is cut short is left out. */
export function answersIn(bytes: Buffer, toHead = false): Answer[] {
  const answers: Answer[] = [];
  for (let rest = bytes; rest.length > 0;) {
    const end = rest.indexOf('\r\n\r\n');
    if (end < 0) break;
    const [first = '', ...lines] = rest.subarray(0, end).toString('latin1').split('\r\n');
    const headers = Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
    );
    const status = Number(first.split(' ')[1]);
    const length = toHead || status === 304 || status < 200 ? 0 : Number(headers['content-length'] ?? 0);
    const body = rest.subarray(end + 4, end + 4 + length);
    if (body.length < length) break;
    answers.push({ status, headers, body });
    rest = rest.subarray(end + 4 + length);
  }
  return answers;
}

/** Waits until something holds, looking every 5 ms. */
export async function until(holds: () => boolean | Promise<boolean>, patience = 5_000) {
  for (const start = performance.now(); performance.now() - start < patience; await sleep(5)) if (await holds()) return;
  throw new Error('It never came to hold.');
}

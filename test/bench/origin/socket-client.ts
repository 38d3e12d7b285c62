import { connect } from 'node:net';
import type { Load, Measured } from './load.ts';

process.once('message', (load: Load) => {
  void run(load).then((measured) => process.send!(measured));
});

async function run(load: Load): Promise<Measured> {
  const requests = load.ask.map(({ path, tag }) => Buffer.from(requestFor(path, tag)));
  const took: number[] = [];
  let errors = 0;
  const start = performance.now();
  const end = start + load.seconds * 1_000;
  const next = () => (performance.now() < end ? pick(requests) : undefined);
  const readers = Array.from({ length: load.connections }, () => reader(load.url, next, took));
  for (const settled of await Promise.allSettled(readers)) if (settled.status === 'rejected') errors++;

  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.floor(took.length * share)] ?? 0;
  return { rate: (took.length / (performance.now() - start)) * 1_000, p50: at(0.5), p99: at(0.99), errors };
}

function requestFor(path: string, tag?: string) {
  return `GET ${path} HTTP/1.1\r\nHost: bench\r\nAccept-Encoding: br\r\n${tag ? `If-None-Match: ${tag}\r\n` : ''}\r\n`;
}

function pick(requests: Buffer[]) {
  return requests[Math.random() < 0.5 ? 0 : Math.floor(Math.random() * requests.length)];
}

/** Asks one thing after the other until `next` has none. Rejects when the server says anything but 200 or 304. */
function reader(url: string, next: () => Buffer | undefined, took: number[]) {
  return new Promise<void>((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port: Number(new URL(url).port), noDelay: true });
    let asked = 0;
    let missing = -1;
    let head = '';

    const ask = () => {
      const request = next();
      if (!request) {
        socket.end();
        return;
      }
      asked = performance.now();
      missing = -1;
      head = '';
      socket.write(request);
    };
    socket.on('connect', ask);
    socket.on('error', reject);
    socket.on('close', () => resolve());
    socket.on('data', (chunk) => {
      if (missing < 0) {
        head += chunk.toString('latin1');
        const blank = head.indexOf('\r\n\r\n');
        if (blank < 0) return;
        const status = head.slice(9, 12);
        if (status !== '200' && status !== '304') return reject(new Error(`answered ${status}`));
        const length = status === '304' ? 0 : Number(/content-length: *(\d+)/i.exec(head)?.[1]);
        missing = length - (head.length - blank - 4);
      } else missing -= chunk.length;
      if (missing > 0) return;
      took.push(performance.now() - asked);
      ask();
    });
  });
}

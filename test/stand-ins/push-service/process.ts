import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { saying, startPushService, taken } from '../push-service.ts';
import { certificate } from './certificate.ts';

/** What the process says first: for PUSH_HOSTS, for TLS, `keys` of eight browsers by the number at the end of a path modulo eight. */
export type Hello = {
  setting: string;
  origin: string;
  /** The same over HTTP/1.1, which `web-push` speaks: it counts, and looks at nothing. */
  plain: string;
  ca: string;
  keys: { p256dh: string; auth: string }[];
};
/** Requests over HTTP/2 and HTTP/1.1, and how often each `path topic` was taken. */
export type Counted = { asked: number; plain: number; taken: [name: string, times: number][] };

/*
 * The stand-in as a process of its own, for benchmarks and for drills that kill what sends to it: started with fork(), it says
 * Hello. 'counts' is answered with Counted; 'status 429' changes what it says, 'status 201' changes it back. `--opens`: it decrypts.
 */
if (import.meta.main) {
  const service = await startPushService({ opens: process.argv.includes('--opens') });
  let plainAsked = 0;
  const plain = createServer(await certificate(), (request, response) => {
    request.resume().on('end', () => {
      plainAsked++;
      response.writeHead(201).end();
    });
  }).listen(0, '127.0.0.1', () => {
    const { setting, origin, ca } = service;
    const keys = Array.from({ length: 8 }, (_, number) => service.subscription(number).keys);
    const { port } = plain.address() as AddressInfo;
    say({ setting, origin, plain: `https://localhost:${port}`, ca, keys } satisfies Hello);
  });
  process.on('message', (order: string) => {
    if (order === 'counts')
      say({ asked: service.asked(), plain: plainAsked, taken: [...service.counts] } satisfies Counted);
    const [, status] = /^status (\d+)$/.exec(order) ?? [];
    if (status) service.manner = status === '201' ? taken : saying(Number(status), { 'retry-after': '1' });
  });
  process.on('disconnect', () => process.exit());
}

function say(what: Hello | Counted) {
  process.send!(what);
}

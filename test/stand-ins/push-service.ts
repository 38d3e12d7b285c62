import { once } from 'node:events';
import { createSecureServer, type Http2Server, type Http2Session, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock, type Clock } from '../../db/clock.ts';
import { browserOf, type Browser } from './push-service/browser.ts';
import { certificate } from './push-service/certificate.ts';
import { knowsToken } from './push-service/vapid-check.ts';

/** What a push service got, in the order in which it came. */
type Pushed = {
  at: Date;
  path: string;
  topic: string;
  ttl: number;
  urgency: string;
  authorization: string;
  /** Of the encrypted body. */
  bytes: number;
  /** What the browser would see; null where nobody is to decrypt. */
  payload: unknown;
};

export type PushServiceParts = {
  clock?: Clock;
  /** Streams that it allows at once. */
  streams?: number;
  /** False: bodies are counted and not opened, tokens not looked at. */
  opens?: boolean;
  /** What it does with a request, once its body is there. `taken` unless told; it may change at any time. */
  manner?: Manner;
};

/** `nth` counts from 1 all requests whose body came. */
export type Manner = (request: Asked, nth: number) => void;
type Asked = { stream: ServerHttp2Stream; session: Http2Session; path: string; take: () => void };

export const taken: Manner = ({ stream, take }) => {
  take();
  stream.respond({ ':status': 201 }, { endStream: true });
};
export const saying =
  (status: number, headers: Record<string, string> = {}, body = ''): Manner =>
  ({ stream }) => {
    stream.respond({ ':status': status, ...headers });
    stream.end(body);
  };

/**
 * A real push service on this machine, TLS and HTTP/2, that opens what it gets with the private key of the browser. A process of its
 * own: push-service/process.ts.
 */
export async function startPushService(parts: PushServiceParts = {}) {
  const { clock = systemClock, streams = 100, opens = true } = parts;
  const { key, cert } = await certificate();
  const browsers = new Map<number, Browser>();
  const sessions = new Set<Http2Session>();
  const counts = new Map<string, number>();
  let asked = 0;
  const server: Http2Server = createSecureServer({ key, cert, settings: { maxConcurrentStreams: streams } });
  server.on('session', (session) => {
    service.connections++;
    sessions.add(session);
    session.on('close', () => sessions.delete(session));
    session.on('error', () => {});
  });
  server.on('stream', (stream, headers) => {
    const chunks: Buffer[] = [];
    const { session } = stream;
    stream.on('error', () => {});
    service.open++;
    service.mostOpen = Math.max(service.mostOpen, service.open);
    stream.on('close', () => service.open--);
    if (service.deaf) return;
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      if (stream.aborted || stream.destroyed) return; // the connection broke before all of it was there
      const path = headers[':path']!;
      const token = headers.authorization!;
      if (opens && !knowsToken(token, service.origin, clock.now())) return saying(403)({ stream } as Asked, 0);
      const take = () => note(path, headers as Record<string, string>, Buffer.concat(chunks));
      service.manner({ stream, session: session!, path, take }, ++asked);
    });
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  const service = {
    origin: `https://localhost:${port}`,
    /** For PUSH_HOSTS. */
    setting: `localhost:${port}=127.0.0.1`,
    ca: cert,
    manner: parts.manner ?? taken,
    /** Reads nothing of what comes. */
    deaf: false,
    connections: 0,
    open: 0,
    mostOpen: 0,
    received: [] as Pushed[],
    /** How often something was taken: `path topic` → times. */
    counts,
    /** What a browser says of its subscription here (PushSubscription.toJSON). Many share a key pair. */
    subscription(number: number) {
      const { p256dh, auth } = browserFor(number).keys;
      return { endpoint: `${service.origin}/push/${number}`, keys: { p256dh, auth } };
    },
    /** How many requests came with their whole body. */
    asked: () => asked,
    sessions,
    async close() {
      for (const session of sessions) session.destroy();
      // Those of a client that was killed amid its handshake have no session.
      for (const socket of sockets) socket.destroy();
      server.close();
      // A connection broken off in its handshake may stay in the server's count: then it never says that it has closed.
      await Promise.race([once(server, 'close'), sleep(2_000)]);
    },
  };
  return service;

  function browserFor(number: number) {
    const of = number % 8;
    if (!browsers.has(of)) browsers.set(of, browserOf());
    return browsers.get(of)!;
  }

  function note(path: string, headers: Record<string, string>, body: Buffer) {
    const topic = headers['topic'] ?? '';
    const name = `${path} ${topic}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    if (!opens) return;
    const payload: unknown = JSON.parse(browserFor(Number(path.split('/').at(-1))).open(body));
    service.received.push({
      at: clock.now(),
      path,
      topic,
      ttl: Number(headers['ttl']),
      urgency: headers['urgency'] ?? '',
      authorization: headers['authorization'] ?? '',
      bytes: body.length,
      payload,
    });
  }
}

import { once } from 'node:events';
import { connect as connectHttp2, type ClientHttp2Session } from 'node:http2';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import type { CourierParts, Load } from './courier.ts';
import { createFlights } from './flights.ts';
import type { PushHost } from './push-hosts.ts';
import type { Verdict } from './response-table.ts';

/** One HTTP/2 session with a push service. */
export type Connection = {
  /** How many more messages it takes now. */
  room(): number;
  /** False once it is closing, broken or suspected to be dead. */
  usable(): boolean;
  /** Sends a message. `heard` is called once. @param ttl seconds. */
  post(load: Load, path: string, ttl: number, body: Buffer, heard: (verdict: Verdict) => void): void;
  /** Closes it when what is on the way has been answered. */
  end(): Promise<void>;
  /** Resolves when it takes no more, for whatever reason, and all that was on the way has been answered. */
  over: Promise<void>;
};

/** Milliseconds. */
const lingering = 1_000;

/**
 * Connects to a push service, at an address that was checked (checked-lookup.ts).
 * @param freed called when a place has become free, or the connection is lost.
 * @throws when it cannot be reached in time, is not who it should be, or speaks no HTTP/2.
 */
export async function connect(host: PushHost, parts: CourierParts, freed: () => void): Promise<Connection> {
  const { patience } = parts;
  const { session, socket } = await openSession(host, parts);
  /** The last stream that the service says it has looked at, once it goes away. */
  let lastSeen = Infinity;
  let suspect = false;
  let idle: NodeJS.Timeout | undefined;
  const over = Promise.withResolvers<void>();
  const endIfOver = () => {
    if (!(session.closed || session.destroyed) || flights.count() > 0) return;
    over.resolve();
    // A service that does not hang up keeps no thread alive.
    setTimeout(() => socket.destroy(), lingering).unref();
  };
  const leave = () => {
    if (!session.destroyed) session.close();
    endIfOver();
  };
  const flights = createFlights(patience, parts.now, {
    dead() {
      suspect = true;
      session.close();
    },
    wasSeen: (stream) => stream.id !== undefined && stream.id <= lastSeen,
    landed() {
      if (flights.count() === 0 && !session.closed) idle = setTimeout(leave, patience.idle);
      endIfOver();
      freed();
    },
  });
  session.on('goaway', (_code, last) => {
    lastSeen = last;
    setImmediate(endIfOver);
  });
  session.on('close', () => {
    clearTimeout(idle);
    flights.stop();
    endIfOver();
    freed();
  });
  endIfOver(); // it may have been lost before anybody listened

  return {
    over: over.promise,
    room: () => Math.min(patience.streams, session.remoteSettings.maxConcurrentStreams ?? Infinity) - flights.count(),
    usable: () => !suspect && !session.closed && !session.destroyed,
    post({ urgency, topic, authorization }, path, ttl, body, heard) {
      clearTimeout(idle);
      // prettier-ignore
      const headers = [
        ':method', 'POST', ':path', path, ':scheme', 'https', ':authority', host.origin.slice('https://'.length),
        'authorization', authorization, 'ttl', String(ttl), 'urgency', urgency, 'topic', topic,
        'content-encoding', 'aes128gcm', 'content-type', 'application/octet-stream',
      ];
      flights.begin(session.request(headers, { endStream: false }), body, heard);
    },
    async end() {
      leave();
      await over.promise;
    },
  };
}

/** Both steps have to be done within `patience.connect`. */
async function openSession(host: PushHost, parts: CourierParts) {
  const socket = openSocket(host, parts);
  let session: ClientHttp2Session | undefined;
  const late = setTimeout(() => (session ?? socket).destroy(), parts.patience.connect);
  try {
    await first(socket, 'secureConnect');
    // HTTP/2 must not get hold of a socket that is destroyed while it waits for it: Node would abort the process.
    if (socket.destroyed || socket.alpnProtocol !== 'h2') throw new Error('The push service speaks no HTTP/2.');
    session = connectHttp2(host.origin, {
      // We take no pushes and next to no answers.
      settings: { enablePush: false, initialWindowSize: 16_384, maxHeaderListSize: 16_384 },
      maxHeaderListPairs: 64,
      createConnection: () => socket,
    });
    session.on('error', () => {}); // each stream hears of it, and `first`
    await first(session, 'remoteSettings');
    return { session, socket };
  } catch (error) {
    (session ?? socket).destroy();
    throw error;
  } finally {
    clearTimeout(late);
  }
}

function openSocket({ host, port, address }: PushHost, { ca, lookup }: CourierParts) {
  const trust = ca === undefined ? {} : { ca };
  const socket = connectTls({
    host,
    port,
    servername: host,
    ALPNProtocols: ['h2'],
    lookup: lookup(address),
    ...trust,
  });
  socket.on('error', () => {}); // `first` hears that it closes
  return socket.setNoDelay(true);
}

/** @throws when it closes before. */
async function first(source: TLSSocket | ClientHttp2Session, event: string) {
  const closed = once(source, 'close').then(() => Promise.reject(new Error('The push service was not reached.')));
  await Promise.race([once(source, event), closed]);
}

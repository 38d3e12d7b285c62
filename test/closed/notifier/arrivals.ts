import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingHttpHeaders, ServerHttp2Stream } from 'node:http2';
import type { IncomingMessage } from 'node:http';

/** A request over HTTP/2 as it came: its headers, and its body, which is ciphertext. */
export type Arrival = { headers: IncomingHttpHeaders; body: Buffer };

export type Arrivals = ReturnType<typeof arrivalsFromNowOn>;

/**
 * Keeps what comes to the servers of this process from now on: requests over HTTP/2 with every byte of them, and what is asked for
 * over HTTP/1.1. By the host that was asked.
 */
export function arrivalsFromNowOn() {
  const streams: { host: string; headers: IncomingHttpHeaders; pieces: Buffer[] }[] = [];
  const asked: { host: string; line: string }[] = [];
  const onStream = (message: unknown) => {
    const { stream, headers } = message as { stream: ServerHttp2Stream; headers: IncomingHttpHeaders };
    const pieces: Buffer[] = [];
    streams.push({ host: String(headers[':authority']), headers, pieces });
    // A turn later: who listens first makes the body flow, and the server itself has to hear all of it.
    process.nextTick(() => stream.on('data', (piece: Buffer) => void pieces.push(piece)));
  };
  const onRequest = (message: unknown) => {
    const { method, url, headers } = (message as { request: IncomingMessage }).request;
    // Whether there is something to compare with follows from how often it was asked; fetch then adds the other two.
    const { host = '', 'if-none-match': _, 'cache-control': __, pragma: ___, ...rest } = headers;
    asked.push({ host, line: `${method} ${url} ${JSON.stringify(rest)}` });
  };
  subscribe('http2.server.stream.start', onStream);
  subscribe('http.server.request.start', onRequest);
  return {
    over2: (host: string): Arrival[] =>
      streams
        .filter((stream) => stream.host === host)
        .map(({ headers, pieces }) => ({ headers, body: Buffer.concat(pieces) })),
    /** Each request once: how often it comes is a matter of the machine's own time. */
    over1: (host: string) => [...new Set(asked.filter((each) => each.host === host).map(({ line }) => line))].sort(),
    /** How often a path was asked for. */
    times: (host: string, path: string) =>
      asked.filter((each) => each.host === host && each.line.includes(` ${path} `)).length,
    stop() {
      unsubscribe('http2.server.stream.start', onStream);
      unsubscribe('http.server.request.start', onRequest);
    },
  };
}

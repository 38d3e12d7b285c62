import { constants, type ClientHttp2Stream } from 'node:http2';
import type { Patience } from './courier.ts';
import { readRetryAfter, type Verdict } from './response-table.ts';

/** Requests of one connection that are on the way, each until its stream is closed. */
export type Flights = {
  count(): number;
  begin(stream: ClientHttp2Stream, body: Buffer, heard: (verdict: Verdict) => void): void;
  stop(): void;
};

export type Tower = {
  /** A request got no answer in time: the connection may be dead. */
  dead(): void;
  /** False when the service has said that it did not look at a stream. */
  wasSeen(stream: ClientHttp2Stream): boolean;
  landed(): void;
};

/** Bytes of an answer that we let come: nobody reads them. */
const bodyCap = 4_096;
const { NGHTTP2_CANCEL, NGHTTP2_REFUSED_STREAM, NGHTTP2_FLAG_END_STREAM } = constants;

type Flight = { stream: ClientHttp2Stream; answered: boolean; until: number; bytes: number };

/** @param now epoch milliseconds, for a Retry-After that is a date. */
export function createFlights(patience: Patience, now: () => number, tower: Tower): Flights {
  const all = new Set<Flight>();
  // One timer for all: one for each of a thousand streams a second would cost more than the requests.
  const watch = setInterval(endLate, Math.max(20, Math.min(patience.headers, patience.body) / 8));

  return {
    count: () => all.size,
    begin(stream, body, heard) {
      const flight: Flight = { stream, answered: false, until: performance.now() + patience.headers, bytes: 0 };
      all.add(flight);
      stream.on('error', () => {}); // what it means is said when it closes
      stream.once('response', (headers, flags) => {
        const status = headers[':status'] ?? 0;
        const after = status < 300 ? undefined : headers['retry-after'];
        flight.answered = true;
        flight.until = performance.now() + patience.body;
        heard({ is: 'answered', status, retryAfter: readRetryAfter(after, new Date(now())) });
        if ((flags & NGHTTP2_FLAG_END_STREAM) === 0) stream.on('data', (chunk: Buffer) => limit(flight, chunk.length));
      });
      stream.once('close', () => {
        all.delete(flight);
        if (!flight.answered) heard(verdictWithout(stream));
        tower.landed();
      });
      stream.resume();
      stream.end(body);
    },
    stop: () => clearInterval(watch),
  };

  function verdictWithout(stream: ClientHttp2Stream): Verdict {
    const refused = stream.rstCode === NGHTTP2_REFUSED_STREAM || !tower.wasSeen(stream);
    return refused ? { is: 'unsent', connected: true } : { is: 'unanswered' };
  }

  function limit(flight: Flight, bytes: number) {
    flight.bytes += bytes;
    if (flight.bytes > bodyCap) flight.stream.close(NGHTTP2_CANCEL);
  }

  function endLate() {
    const at = performance.now();
    for (const { stream, answered, until } of all) {
      if (until > at || stream.closed) continue;
      if (!answered) tower.dead();
      stream.close(NGHTTP2_CANCEL);
    }
  }
}

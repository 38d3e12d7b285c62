import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { Clock } from '../../db/clock.ts';
import type { Reading } from './second-clocks.ts';

/**
 * Asks a web server for the Date of its answer, with one HEAD request; a redirection is an answer like any other.
 * @throws how it refuses, as the end of a sentence that begins with its name; the system's own errors as they are.
 */
export async function askHttpDate(address: URL, clock: Clock, signal: AbortSignal): Promise<Reading> {
  const secure = address.protocol === 'https:';
  const headers = { 'cache-control': 'no-cache' };
  const request = (secure ? https : http).request(address, { method: 'HEAD', agent: false, headers, signal });
  let asked = 0;
  let begun = 0;
  // From the moment the request may leave: looking up the name and connecting say nothing about the time.
  request.once('socket', (socket) =>
    socket.prependOnceListener(secure ? 'secureConnect' : 'connect', () => {
      asked = clock.now().getTime();
      begun = performance.now();
    }),
  );
  // Stays on: an error after the answer concerns nobody.
  request.on('error', () => {});
  request.end();
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  const elapsed = performance.now() - begun;
  answer.destroy();
  return compare(dateOf(answer), asked, elapsed);
}

/** RFC 9110 §6.6.1: the second that had begun when the answer was made, so any moment of that second. */
export function compare(date: number, asked: number, elapsed: number): Reading {
  return { ahead: asked + elapsed / 2 - (date + 500), uncertainty: 500 + elapsed / 2 };
}

function dateOf({ headers }: IncomingMessage) {
  if (headers.age !== undefined) throw new Error('answers from a cache, with an old Date');
  const instant = Date.parse(headers.date ?? '');
  // The one form that names its zone and leaves nothing to this machine's.
  if (Number.isNaN(instant) || new Date(instant).toUTCString() !== headers.date)
    throw new Error('answers without a Date that can be read');
  return instant;
}

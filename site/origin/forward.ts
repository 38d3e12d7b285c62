import { request as call, type IncomingMessage, type ServerResponse } from 'node:http';
import { PassThrough } from 'node:stream';
import { collectBody } from './collect-body.ts';
import { ownerOf } from './owner-of.ts';
import { safetyHeaders } from './safety-headers.ts';
import { sharingHeaders } from './sharing-headers.ts';
import type { Limits } from './limits.ts';
import { turnOf } from './waiting-line.ts';

export type Forwarding = {
  /** Where the notifier listens. */
  notifier: URL;
  /** Networks (CIDR) whose word is taken for whom they speak for. */
  proxies: string[];
  limits: Limits;
};

/** What came of handing a request on: `away` and `too large` have not been answered yet. */
export type Forwarded = 'answered' | 'away' | 'too large';

/** Of a request, the notifier gets these headers and the network it came from; of its answer, readers get those. */
const asked = ['accept', 'accept-language', 'content-type', 'host', 'origin', 'sec-fetch-site'];
const answered = [
  'allow',
  'cache-control',
  'content-length',
  'content-type',
  'location',
  'referrer-policy',
  'retry-after',
  'x-robots-tag',
];

/**
 * Hands requests on to the notifier, never more than `limits.forwards` at a time, each on a connection of its own. A form is read to
 * its end first and an answer is taken in at once, so that a slow reader holds nothing of the notifier.
 */
export function forwarder({ notifier, proxies, limits }: Forwarding) {
  let reading = 0;
  let calling = 0;

  async function forward(request: IncomingMessage, response: ServerResponse, target: string): Promise<Forwarded> {
    if (reading >= limits.forwardsRead) return 'away';
    reading++;
    const body = await collectBody(request, response, limits.forwardBytes).finally(() => reading--);
    if (body === 'left') return 'answered';
    if (body === 'too large') return body;
    await turnOf(response);
    if (response.destroyed) return 'answered';
    if (calling >= limits.forwards) return 'away';
    calling++;
    return new Promise<Forwarded>((resolve) => {
      hand(request, response, target, body, resolve);
    }).finally(() => calling--);
  }

  function hand(
    request: IncomingMessage,
    response: ServerResponse,
    target: string,
    body: Buffer,
    came: (result: Forwarded) => void,
  ) {
    const onward = call({
      host: notifier.hostname.replace(/^\[|\]$/g, ''),
      port: notifier.port || 80,
      method: request.method ?? 'GET',
      path: target,
      agent: false,
      headers: {
        ...Object.fromEntries(asked.flatMap((name) => (request.headers[name] ? [[name, request.headers[name]]] : []))),
        'Content-Length': String(body.length),
        'X-Forwarded-For': ownerOf(request, proxies),
      },
    });
    const patience = setTimeout(() => onward.destroy(new Error('slow')), limits.forwardTime);
    const leave = () => onward.destroy();
    response.once('close', leave);
    const end = (result: Forwarded) => {
      clearTimeout(patience);
      response.off('close', leave);
      came(result);
    };
    onward.once('error', () => {
      if (!response.headersSent) return end(response.destroyed ? 'answered' : 'away');
      response.destroy();
      end('answered');
    });
    onward.once('response', (answer) => {
      response.writeHead(answer.statusCode!, headersOf(answer));
      // After its end, and when either side breaks off.
      answer.once('close', () => end('answered'));
      answer.once('error', () => response.destroy());
      answer.pipe(new PassThrough({ highWaterMark: limits.forwardedBytes })).pipe(response);
    });
    onward.end(body);
  }

  return forward;
}

function headersOf({ headers }: IncomingMessage) {
  const own = [...sharingHeaders('/'), ...safetyHeaders];
  const pairs = new Map<string, string | string[]>();
  for (let i = 0; i < own.length; i += 2) pairs.set(own[i]!.toLowerCase(), own[i + 1]!);
  for (const name of answered) if (headers[name] !== undefined) pairs.set(name, headers[name]);
  return [...pairs].flat(1) as string[];
}

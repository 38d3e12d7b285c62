import { request as call, type IncomingMessage, type ServerResponse } from 'node:http';
import { PassThrough } from 'node:stream';
import { bringsBody } from './brings-body.ts';
import { collectBody } from './collect-body.ts';
import { networkOf } from './network-of.ts';
import { ownerOf } from './owner-of.ts';
import { readingRoom } from './reading-room.ts';
import { safetyHeaders } from './safety-headers.ts';
import { sharingHeaders } from './sharing-headers.ts';
import type { Limits } from './limits.ts';
import { turnsIn } from './turns.ts';
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

type Handed = { request: IncomingMessage; response: ServerResponse; target: string; body: Buffer; owner: string };

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
 * its end first and an answer is taken in at once, so that a slow reader holds nothing of the notifier. No network gets more than
 * its share, and whoever wants to leave finds a place.
 */
export function forwarder({ notifier, proxies, limits }: Forwarding) {
  const enter = readingRoom({ most: limits.forwardsRead, each: limits.forwardsReadEach });
  const take = turnsIn({
    most: limits.forwards,
    kept: limits.forwardsKept,
    each: limits.forwardsEach,
    waiting: limits.forwardsWaiting,
    waitingEach: limits.forwardsWaitingEach,
    patience: limits.forwardsPatience,
  });

  async function forward(request: IncomingMessage, response: ServerResponse, target: string): Promise<Forwarded> {
    const owner = ownerOf(request, proxies);
    const body = await bodyOf(request, response, networkOf(owner));
    if (body === 'left') return 'answered';
    if (body === 'too large') return body;
    await turnOf(response);
    if (response.destroyed) return 'answered';
    const left = new AbortController();
    const leave = () => left.abort();
    response.once('close', leave);
    const giveBack = await take(networkOf(owner), isLeaving(request, target), left.signal);
    response.off('close', leave);
    if (!giveBack) return response.destroyed ? 'answered' : 'away';
    return new Promise<Forwarded>((resolve) => {
      hand({ request, response, target, body, owner }, resolve);
    }).finally(giveBack);
  }

  async function bodyOf(request: IncomingMessage, response: ServerResponse, from: string) {
    const leave = bringsBody(request) ? enter(from, () => request.destroy()) : () => {};
    return collectBody(request, response, limits.forwardBytes).finally(leave);
  }

  function hand({ request, response, target, body, owner }: Handed, came: (result: Forwarded) => void) {
    const onward = call({
      host: notifier.hostname.replace(/^\[|\]$/g, ''),
      port: notifier.port || 80,
      method: request.method ?? 'GET',
      path: target,
      agent: false,
      headers: {
        ...Object.fromEntries(asked.flatMap((name) => (request.headers[name] ? [[name, request.headers[name]]] : []))),
        'Content-Length': String(body.length),
        'X-Forwarded-For': owner,
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

/** One click in a mail program or on its page, or a device whose reader has had enough. */
function isLeaving({ method }: IncomingMessage, target: string) {
  const [path] = target.split('?');
  return (method === 'POST' && path === '/alerts/unsubscribe/') || (method === 'DELETE' && path === '/alerts/push');
}

function headersOf({ headers }: IncomingMessage) {
  const own = [...sharingHeaders('/'), ...safetyHeaders];
  const pairs = new Map<string, string | string[]>();
  for (let i = 0; i < own.length; i += 2) pairs.set(own[i]!.toLowerCase(), own[i + 1]!);
  for (const name of answered) if (headers[name] !== undefined) pairs.set(name, headers[name]);
  return [...pairs].flat(1) as string[];
}

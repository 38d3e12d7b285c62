import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Refusal } from '../../db/alert-pages.ts';
import { refused, refusedAsData, type Answer } from './answer.ts';
import type { Gates } from './limits.ts';
import type { WebParts } from './parts.ts';
import { readBody } from './read-body.ts';
import type { Found, Route } from './routes.ts';
import { isOurs } from './same-site.ts';
import { whoAsks } from './who-asks.ts';

type Exchange = { request: IncomingMessage; response: ServerResponse; query: URLSearchParams; found: Found };
type Needed = WebParts & { gates: Gates; failed(problem: unknown): void };

/**
 * What comes of a request: the doors it has to pass, cheapest first, then the answer of its route. A body that was not read is still on
 * the connection, which is not used again.
 * @returns null where whoever asked has left, or is too slow to be waited for.
 */
export async function resultOf({ request, response, query, found }: Exchange, parts: Needed): Promise<Answer | null> {
  const { headers } = request;
  const unread = (answer: Answer) => {
    if (bringsBody(request)) response.shouldKeepAlive = false;
    return answer;
  };
  if (found === 'no such page') return unread(refused(found));
  if ('allow' in found) return unread(refused('wrong method', { Allow: found.allow }));
  const no = (why: Refusal) => (found.is === 'script' ? refusedAsData(why) : refused(why));
  const from = whoAsks(request);
  if (found.is === 'form' || found.is === 'script') {
    if (!isOurs(headers, parts.siteUrl)) return unread(no('elsewhere'));
    if (!found.uncounted && !parts.gates.form(from)) return unread(no('busy'));
  }
  if (found.is === 'reads' && query.has('token') && !parts.gates.page(from)) return unread(no('busy'));
  if (!isOfType(found, headers['content-type'])) return unread(no('unreadable'));
  const read = found.is === 'reads' ? { text: '' } : await readBody(request, parts.limits);
  if (read === 'slow') return null;
  if (read === 'too large') return unread(no(read));
  try {
    const answer = await found.answer({ query, headers, body: read.text, from }, parts);
    return found.is === 'reads' ? unread(answer) : answer;
  } catch (problem) {
    parts.failed(problem);
    return no('broken');
  }
}

/** A page of another site cannot send JSON without asking first, which nobody here allows. */
function isOfType({ is }: Route, type = '') {
  if (is === 'form') return /^application\/x-www-form-urlencoded\b/i.test(type);
  return is !== 'script' || /^application\/json\b/i.test(type);
}

function bringsBody({ headers }: IncomingMessage) {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
}

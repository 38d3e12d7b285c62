import { hash } from 'node:crypto';
import { Agent, get, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '../../../db/clock.ts';

/** What a reader got, and when; times in milliseconds since 1970. */
export type Answer = { path: string; firstByteAt: number; lastByteAt: number; digest: string; tag: string };
/** No answer, or one that is no page. */
export type Failure = { path: string; failedAt: number; because: string };

/** All readers name the site as one: to a cache, another name is another page. They take gzip, as Varnish asks in their name. */
export const askedWith = { Host: 'lighthouse.example', 'Accept-Encoding': 'gzip' };

export type Questions = { until: number; rhythm: number; signal: AbortSignal };

/** Asks for a path over one connection until an instant, a question each `rhythm` milliseconds. */
export async function probe(url: string, path: string, { until, rhythm, signal }: Questions) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const got: (Answer | Failure)[] = [];
  for (let next = now(); next < until; next = Math.max(next + rhythm, now())) {
    await sleep(Math.max(0, next - now()), undefined, { signal });
    got.push(await ask(url, path, agent));
  }
  agent.destroy();
  return got;
}

/** Asks once. */
export async function ask(url: string, path: string, agent?: Agent): Promise<Answer | Failure> {
  try {
    const response = await answerTo(new URL(path, url), agent);
    const firstByteAt = now();
    const digest = hash('sha256', await buffer(response));
    if (response.statusCode !== 200) return { path, failedAt: now(), because: `status ${response.statusCode}` };
    return { path, firstByteAt, lastByteAt: now(), digest, tag: response.headers.etag ?? '' };
  } catch (error) {
    return { path, failedAt: now(), because: (error as Error).message };
  }
}

function answerTo(url: URL, agent: Agent | undefined) {
  return new Promise<IncomingMessage>((resolve, reject) => {
    const request = get(url, { agent, headers: askedWith }, resolve);
    request.on('error', reject);
    request.setTimeout(5_000, () => request.destroy(new Error('no answer for 5 s')));
  });
}

function now() {
  return systemClock.now().getTime();
}

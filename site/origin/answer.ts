import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Clock } from '../../db/clock.ts';
import { bringsBody } from './brings-body.ts';
import type { CurrentRelease } from './current-release.ts';
import type { forwarder } from './forward.ts';
import { forwardedTarget } from './forwarded-target.ts';
import { hotBodies } from './hot-bodies.ts';
import type { Limits } from './limits.ts';
import { ownPages } from './own-pages.ts';
import { messageOf } from './problem.ts';
import type { Release } from './release.ts';
import { replyTo, type Reply, type Stretch } from './reply.ts';
import { streamCopy } from './stream-copy.ts';
import { turnOf, waitingLine } from './waiting-line.ts';

type Place = {
  current: CurrentRelease;
  limits: Limits;
  clock: Clock;
  log: (line: string) => void;
  /** Hands what belongs to alerts on to the notifier; null where there is none. */
  forward: ReturnType<typeof forwarder> | null;
};

/** Answers requests with the release that is current when they come, to the last byte. */
export function answering({ current, limits, clock, log, forward }: Place) {
  const bodies = hotBodies(limits.hotBytes);
  const joinLine = waitingLine(limits.waitingAnswers);

  function answer(request: IncomingMessage, response: ServerResponse) {
    if (!joinLine(request.socket, response)) return void request.socket.destroy();
    // A body that is not read is the next thing on its connection, which cannot be used again then.
    if (bringsBody(request)) response.shouldKeepAlive = false;
    const { release } = current;
    const target = forward && release && forwardedTarget(request, release, limits.urlBytes);
    if (target) void forwardTo(request, response, target);
    else answerFrom(release, request, response);
  }

  function answerFrom(release: Release | undefined, request: IncomingMessage, response: ServerResponse) {
    const reply = replyNow(request, release);
    const { stored } = reply;
    const body = stored ? bodies.get(stored.copy.sha256) : reply.body;
    if (stored && !body) void fetchAndSend(response, stored, release!);
    else send(response, reply, body);
  }

  function replyNow(request: IncomingMessage, release: Release | undefined) {
    return replyTo(request, release, limits.urlBytes, clock.now().getTime(), forward !== null);
  }

  /** While the notifier is away, the release has a page that says so. */
  async function forwardTo(request: IncomingMessage, response: ServerResponse, target: string) {
    const came = await forward!(request, response, target);
    if (came === 'too large') send(response, ownPages.tooLarge, ownPages.tooLarge.body);
    if (came === 'away') answerFrom(current.release, request, response);
  }

  /** What an answer says of its time is worked out when it goes: waiting in line and the disk take theirs. */
  async function fetchAndSend(response: ServerResponse, stored: Stretch, release: Release) {
    const { copy } = stored;
    const path = join(release.folder, 'client', copy.file);
    try {
      await turnOf(response);
      const body = copy.bytes > limits.hotFileBytes ? null : await bodies.fetch(path, copy);
      const reply = replyNow(response.req, release);
      if (body) send(response, reply, body);
      else await streamCopy(response, reply, stored, path);
    } catch (problem) {
      if (response.headersSent) response.destroy();
      // A release that has been replaced may have been deleted before this file was opened. The new one answers then.
      else if (await isReplaced(release)) return answer(response.req, response);
      else send(response, ownPages.broken, ownPages.broken.body);
      report(release, copy.file, problem);
    }
  }

  async function isReplaced(release: Release) {
    await current.look();
    return current.release !== release;
  }

  function report(release: Release, file: string, problem: unknown) {
    if (release.damaged.has(file)) return;
    release.damaged.add(file);
    const advice = 'If the file is damaged, publish the release again or roll back.';
    log(`Release ${release.id} cannot serve ${file}: ${messageOf(problem)}. ${advice}`);
  }

  return answer;
}

function send(response: ServerResponse, { status, headers, stored }: Reply, body: Buffer | undefined) {
  response.writeHead(status, headers);
  response.end(stored && body && stored.to - stored.from < body.length ? body.subarray(stored.from, stored.to) : body);
}

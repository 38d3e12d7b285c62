import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { CurrentRelease } from './current-release.ts';
import { hotBodies } from './hot-bodies.ts';
import type { Limits } from './limits.ts';
import { ownPages } from './own-pages.ts';
import { messageOf } from './problem.ts';
import type { Release } from './release.ts';
import { replyTo, type Reply, type Stretch } from './reply.ts';
import { streamCopy } from './stream-copy.ts';
import { turnOf, waitingLine } from './waiting-line.ts';

type Place = { current: CurrentRelease; limits: Limits; log: (line: string) => void };

/** Answers requests with the release that is current when they come, to the last byte. */
export function answering({ current, limits, log }: Place) {
  const bodies = hotBodies(limits.hotBytes);
  const joinLine = waitingLine(limits.waitingAnswers);

  function answer(request: IncomingMessage, response: ServerResponse) {
    if (!joinLine(request.socket, response)) return void request.socket.destroy();
    if (bringsBody(request)) response.shouldKeepAlive = false;
    const { release } = current;
    const reply = replyTo(request, release, limits.urlBytes);
    const { stored } = reply;
    const body = stored ? bodies.get(stored.copy.sha256) : reply.body;
    if (stored && !body) void fetchAndSend(response, reply, stored, release!);
    else send(response, reply, body);
  }

  async function fetchAndSend(response: ServerResponse, reply: Reply, stored: Stretch, release: Release) {
    const { copy } = stored;
    const path = join(release.folder, 'client', copy.file);
    try {
      await turnOf(response);
      if (copy.bytes > limits.hotFileBytes) await streamCopy(response, reply, stored, path);
      else send(response, reply, await bodies.fetch(path, copy));
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

/** A body is not read: the connection, of which it is the next thing, cannot be used again. */
function bringsBody({ headers }: IncomingMessage) {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { resultOf } from './result-of.ts';
import { gatesOf } from './limits.ts';
import type { WebParts } from './parts.ts';
import { routeFor } from './routes.ts';
import { send, sendFile } from './send.ts';
import { whatFailed } from './what-failed.ts';

/** The pages and forms of alerts: what comes back answers one request below /alerts/. */
export function createWeb(given: WebParts) {
  const { limits, pages, say } = given;
  const failed = (problem: unknown) => say(`Something of /alerts/ failed: ${whatFailed(problem)}`);
  const parts = { ...given, failed, gates: gatesOf(limits, given.clock, given.keyring) };

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const { method = 'GET', url = '/' } = request;
    const end = url.indexOf('?');
    const path = end < 0 ? url : url.slice(0, end);
    const file = method === 'GET' || method === 'HEAD' ? pages.file(path) : undefined;
    if (file) return sendFile(response, file);
    const begun = performance.now();
    const query = new URLSearchParams(end < 0 ? '' : url.slice(end));
    const found = url.length > limits.url ? 'no such page' : routeFor(method, path);
    const result = await resultOf({ request, response, query, found }, parts);
    if (!result) return void request.socket.destroy();
    if (result.level) await sleep(Math.max(0, limits.level - (performance.now() - begun)));
    await send(response, result, pages, failed);
    result.afterwards?.().catch(failed);
  }

  return function handle(request: IncomingMessage, response: ServerResponse): void {
    answer(request, response).catch((problem: unknown) => {
      failed(problem);
      request.socket.destroy();
    });
  };
}

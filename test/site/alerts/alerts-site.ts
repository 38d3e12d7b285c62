import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import { koreanStamp } from '../../../db/clock.ts';
import { safetyHeaders } from '../../../site/origin/safety-headers.ts';
import { asOf } from '../small-catalog.ts';
import type { WebHere } from '../../notifier/web/web-here.ts';

const policy = safetyHeaders[safetyHeaders.indexOf('Content-Security-Policy') + 1]!;

/** Serves a built site with its content policy, and what is not in it by the notifier's own pages, as the origin does. */
export async function alertsSite(client: string, handle: WebHere['handle']) {
  const files = sirv(client, { etag: false });
  const server = createServer((request, response) => {
    const isForm = request.method !== 'GET' && request.method !== 'HEAD';
    if (isForm) return handle(request, response);
    // Written beside the pages by the release.
    if (request.url === '/status/asof.json') return void response.end(`{"asOf":"${koreanStamp(asOf)}"}`);
    files(request, response, () => {
      if (request.url?.startsWith('/alerts/')) return handle(request, response);
      response.writeHead(404).end();
    });
  });
  server.prependListener('request', (request, response) => {
    if (!request.url?.startsWith('/alerts/_assets/')) response.setHeader('Content-Security-Policy', policy);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

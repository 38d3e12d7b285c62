import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import { koreanStamp } from '../../../db/clock.ts';
import { safetyHeaders } from '../../../site/origin/safety-headers.ts';
import { asOf } from '../small-catalog.ts';

const policy = safetyHeaders[safetyHeaders.indexOf('Content-Security-Policy') + 1]!;

/** Serves a built site under the content policy that the origin sends with every page. */
export async function serveSite(client: string) {
  const files = sirv(client, { etag: false });
  const server = createServer((request, response) => {
    response.setHeader('Content-Security-Policy', policy);
    // Written beside the pages by the release.
    if (request.url === '/status/asof.json') return void response.end(`{"asOf":"${koreanStamp(asOf)}"}`);
    files(request, response, () => void response.writeHead(404).end());
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

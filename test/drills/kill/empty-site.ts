import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const feeds: Record<string, object> = {
  '/feeds/events.json': { format: 1, events: [], archives: [] },
  '/feeds/schedule.json': { format: 1, entries: [] },
};

/** A site of which the feeds are there and hold nothing. */
export async function emptySite() {
  const server = createServer((request, response) => {
    const feed = feeds[request.url ?? ''];
    response.writeHead(feed ? 200 : 404, { 'Content-Type': 'application/json' }).end(JSON.stringify(feed ?? null));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.close().closeAllConnections(),
  };
}

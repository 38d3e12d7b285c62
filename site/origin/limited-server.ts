import { createServer } from 'node:http';
import type { Limits } from './limits.ts';

/** A server on which no reader can take more than its share. */
export function limitedServer(limits: Limits) {
  const server = createServer({
    headersTimeout: limits.headers,
    requestTimeout: limits.request,
    keepAliveTimeout: limits.idle,
    maxHeaderSize: limits.headerBytes,
    connectionsCheckingInterval: Math.min(1_000, limits.headers / 2),
  });
  server.maxConnections = limits.connections;
  server.timeout = limits.stalled;
  // A reader that has ended its side still gets its answer. The option is not documented, see nodejs/node#36819.
  Object.assign(server, { httpAllowHalfOpen: true });
  return server;
}

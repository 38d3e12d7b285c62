import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Milliseconds and bytes: what one connection may cost. The origin stands before it and keeps its own limits. */
const limits = {
  headers: 5_000,
  request: 10_000,
  idle: 65_000,
  stalled: 15_000,
  headerBytes: 16 * 1024,
  connections: 512,
};

/**
 * Listens for the origin, on the loopback.
 * @param port 0 for any free one.
 * @throws a sentence when the port cannot be had.
 */
export async function openWebPort(port: number, handle: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(
    {
      headersTimeout: limits.headers,
      requestTimeout: limits.request,
      keepAliveTimeout: limits.idle,
      maxHeaderSize: limits.headerBytes,
      connectionsCheckingInterval: 1_000,
    },
    handle,
  );
  server.maxConnections = limits.connections;
  server.timeout = limits.stalled;
  await new Promise<void>((resolve, reject) => {
    const refuse = (cause: NodeJS.ErrnoException) =>
      reject(
        new Error(`The notifier cannot listen at port ${port} (${cause.code}). Choose another with NOTIFIER_PORT.`, {
          cause,
        }),
      );
    server.once('error', refuse).listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    /** Takes no more, and resolves when those under way have their answer. */
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 2_000).unref();
      }),
  };
}

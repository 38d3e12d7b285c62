import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Prepares a server for its end: what comes back takes no more connections, and resolves when the last one is through. */
export function stoppable(server: Server) {
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });

  /** Connections between two requests, and those that never made one, are closed; answers under way may take `goodbye` ms. */
  return function stop(goodbye: number) {
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
    return new Promise<void>((resolve) => {
      const idle = setInterval(() => server.closeIdleConnections(), 20);
      const last = setTimeout(() => server.closeAllConnections(), goodbye);
      server.close(() => {
        clearInterval(idle);
        clearTimeout(last);
        resolve();
      });
    });
  };
}

import { createServer } from 'node:http';
import type { Figures } from './figures.ts';
import type { Troubles } from './troubles.ts';

/**
 * Serves `/metrics` (Prometheus) and `/health` on the loopback alone.
 * @param troubles make it unhealthy, a line each.
 * @throws a sentence when the port cannot be had.
 */
export async function openPrivatePort(port: number, figures: Pick<Figures, 'text'>, troubles: Pick<Troubles, 'now'>) {
  const server = createServer((request, response) => {
    void answer(request.url ?? '/').then(
      ([status, type, body]) => response.writeHead(status, { 'Content-Type': type }).end(body),
      () => response.writeHead(500).end('The figures cannot be read now.\n'),
    );
  });
  server.requestTimeout = 5_000;
  await new Promise<void>((resolve, reject) => {
    const refuse = (cause: NodeJS.ErrnoException) =>
      reject(
        new Error(`The figures cannot be served at port ${port} (${cause.code}). Choose another with METRICS_PORT.`, {
          cause,
        }),
      );
    server.once('error', refuse).listen(port, '127.0.0.1', resolve);
  });
  return { close: () => server.close().closeAllConnections(), port: (server.address() as { port: number }).port };

  async function answer(path: string): Promise<[number, string, string]> {
    if (path === '/metrics') return [200, 'text/plain; version=0.0.4; charset=utf-8', await figures.text()];
    if (path !== '/health') return [404, 'text/plain; charset=utf-8', 'There are /metrics and /health.\n'];
    const wrong = troubles.now().map(([, sentence]) => sentence);
    return [wrong.length > 0 ? 503 : 200, 'text/plain; charset=utf-8', `${wrong.join('\n') || 'ok'}\n`];
  }
}

import { once } from 'node:events';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { expect, onTestFinished, test } from 'vitest';
import { openPrivatePort } from '../../../notifier/watch/private-port.ts';
import { troublesOf } from '../../../notifier/watch/troubles.ts';

/** A port over figures that a test fills in. */
async function opened(figures: () => Promise<string> = async () => 'alerts_feed_held 0\n') {
  const troubles = troublesOf();
  const port = await openPrivatePort(0, { text: figures }, troubles);
  onTestFinished(() => port.close());
  return { troubles, port: port.port, get: (path: string) => fetch(`http://127.0.0.1:${port.port}${path}`) };
}

test('/health says what is wrong, and 503 while something is', async () => {
  const { troubles, get } = await opened();
  const health = { why: null as string | null };
  troubles.watch('feed', () => health.why);
  const asked = async () => {
    const response = await get('/health');
    return [response.status, await response.text()];
  };
  expect(await asked()).toEqual([200, 'ok\n']);
  health.why = '/feeds/events.json is held: mend the site.';
  expect(await asked()).toEqual([503, '/feeds/events.json is held: mend the site.\n']);
  troubles.tell('alert mails', 'The mail server does not take mails (ECONNREFUSED).');
  expect(await asked()).toEqual([
    503,
    '/feeds/events.json is held: mend the site.\nThe mail server does not take mails (ECONNREFUSED).\n',
  ]);
  troubles.tell('alert mails', null);
  health.why = null;
  expect(await asked()).toEqual([200, 'ok\n']);
});

test('/metrics is in the format of Prometheus, and nothing else is there', async () => {
  const { get } = await opened();
  const metrics = await get('/metrics');
  expect(metrics.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(await metrics.text()).toBe('alerts_feed_held 0\n');
  for (const path of ['/', '/metrics/', '/alerts/', '/../metrics.json']) expect((await get(path)).status).toBe(404);
});

test('figures that cannot be read say so without a reason, and the port goes on', async () => {
  const { get } = await opened(async () => {
    throw new Error('/data/subscribers.db is locked by another program.');
  });
  const metrics = await get('/metrics');
  expect([metrics.status, await metrics.text()]).toEqual([500, 'The figures cannot be read now.\n']);
  expect((await get('/health')).status).toBe(200);
});

test('nobody beside this machine reaches it', async () => {
  const { port } = await opened();
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, address }) => !internal && !address.startsWith('fe80'))
    .map(({ address }) => address);
  for (const host of [...others, '127.0.0.2']) {
    const socket = connect({ host, port });
    const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toBe('ECONNREFUSED');
  }
});

test('a port that somebody else has is refused in a sentence that names the setting', async () => {
  const { port } = await opened();
  await expect(openPrivatePort(port, { text: async () => '' }, troublesOf())).rejects.toThrow(
    `The figures cannot be served at port ${port} (EADDRINUSE). Choose another with METRICS_PORT.`,
  );
});

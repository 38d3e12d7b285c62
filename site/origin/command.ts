import { join } from 'node:path';
import { commonOptions, runCommand } from '../../db/command-line.ts';
import { readSettings } from '../../db/settings.ts';
import { createOrigin } from './origin.ts';

const usage = `
npm run origin -- [options]   serve the published release over HTTP

  --port N       the port, 0 for any free one (PORT, else 4321)
  --host H       the address to listen at (127.0.0.1); 0.0.0.0 lets a phone in the same network in
  --data DIR     the data folder (DATA_DIR, else .data)
  --wait         start before the first release, and answer 503 until it is published
  --with-parent  stop when standard input ends: a parent that is killed takes the origin with it
  NOTIFIER_URL   where the forms of alerts go; TRUSTED_PROXIES   networks of proxies before the origin
`;

const options = {
  help: commonOptions.help,
  port: { type: 'string' },
  host: { type: 'string' },
  data: { type: 'string' },
  wait: { type: 'boolean' },
  'with-parent': { type: 'boolean' },
} as const;

await runCommand(usage, options, async ({ port, host, data, wait, 'with-parent': withParent }) => {
  const { PORT, DATA_DIR, NOTIFIER_URL, TRUSTED_PROXIES } = readSettings({
    ...process.env,
    ...(port !== undefined && { PORT: port }),
    ...(data !== undefined && { DATA_DIR: data }),
  });
  // Readers are served also when nobody takes the log any more.
  process.stdout.on('error', () => {});
  const origin = await createOrigin({
    releases: join(DATA_DIR, 'releases'),
    port: PORT,
    host: host || '127.0.0.1',
    wait: wait ?? false,
    log: console.log,
    notifier: NOTIFIER_URL,
    proxies: TRUSTED_PROXIES,
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void origin.close());
  if (withParent) process.stdin.once('close', () => void origin.close()).resume();
});

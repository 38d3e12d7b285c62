import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Settings } from '../db/settings.ts';
import { keepRunning } from './keep-running.ts';
import { buildOnDemandPages } from './on-demand/build.ts';

const command = fileURLToPath(new URL('../notifier/command.ts', import.meta.url));

/** The port on which the notifier is to listen: that of the settings, or, where the site takes any free one, another free one. */
export async function notifierPort({ PORT, NOTIFIER_PORT }: Settings) {
  if (PORT !== 0) return NOTIFIER_PORT;
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  return port;
}

/**
 * Builds the pages of alerts and starts the notifier in a process of its own, again whenever it ends by itself. The site stands without
 * it: what goes wrong is said, and /alerts/ tells readers that it is away.
 * @param siteUrl where the notifier reads the feeds, and where its links lead.
 */
export async function startNotifier(
  settings: Settings,
  { port, siteUrl, say, signal }: { port: number; siteUrl: string; say: (line: string) => void; signal: AbortSignal },
) {
  const { DATA_DIR } = settings;
  const pages = join(DATA_DIR, 'alert-pages');
  try {
    await buildOnDemandPages({ folder: pages, siteUrl, signal });
  } catch (error) {
    if (!signal.aborted) say(`Alerts rest: ${(error as Error).message}`);
    return { stop: async () => {} };
  }
  return keepRunning({ start, what: 'The notifier, without which the site goes on,', say, signal });

  function start() {
    const child = spawn(process.execPath, [command, 'run', '--plain', '--with-parent', '--pages', pages], {
      stdio: ['pipe', 'pipe', 'inherit'],
      // A group of its own: Ctrl-C reaches us, and we stop it in our order.
      detached: true,
      env: { ...process.env, DATA_DIR, SITE_URL: siteUrl, NOTIFIER_PORT: String(port) },
    });
    // Its port is for the origin; readers choose on the site.
    createInterface({ input: child.stdout }).on('line', (line) =>
      say(line.startsWith('The notifier takes forms') ? whereAlertsAre(settings, siteUrl) : line),
    );
    return child;
  }
}

function whereAlertsAre({ SMTP_URL, DATA_DIR }: Settings, siteUrl: string) {
  const choose = `Alerts: choose at ${new URL('/alerts/', siteUrl).href}.`;
  return SMTP_URL ? choose : `${choose} Without SMTP_URL mails are files in ${join(DATA_DIR, 'mail')}.`;
}

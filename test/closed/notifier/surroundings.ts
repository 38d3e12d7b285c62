import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOrigin } from '../../../site/origin/origin.ts';
import { startPushService } from '../../stand-ins/push-service.ts';
import { startSmtp } from '../../stand-ins/smtp.ts';
import { handClock } from '../hand-clock.ts';
import { freePort } from '../../free-port.ts';

export type Surroundings = Awaited<ReturnType<typeof surroundingsIn>>;

/**
 * What stands around the notifier of a world: the public site, a push service and a mail server, all by the clock of a file; and what
 * the notifier is told of them.
 * @param folder of the world, with its DATA_DIR in `data`.
 */
export async function surroundingsIn(folder: string, clockFile: string) {
  const clock = handClock(clockFile);
  const releases = join(folder, 'data', 'releases');
  const origin = await createOrigin({ releases, port: 0, host: '127.0.0.1', wait: true, log: () => {}, clock });
  const [push, smtp] = [await startPushService({ clock }), await startSmtp()];
  const ca = join(folder, 'ca.pem');
  writeFileSync(ca, push.ca);
  const metricsPort = String(await freePort());
  return {
    site: origin.url,
    push,
    smtp,
    metrics: `http://127.0.0.1:${metricsPort}`,
    environment: {
      NOTIFIER_PORT: '0',
      METRICS_PORT: metricsPort,
      PUSH_HOSTS: push.setting,
      NODE_EXTRA_CA_CERTS: ca,
    },
    async close() {
      await Promise.all([origin.close(), push.close(), smtp.close()]);
    },
  };
}

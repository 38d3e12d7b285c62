import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { koreanStamp, parseInstant } from '../../../db/clock.ts';
import { buildOnDemandPages } from '../../../site/on-demand/build.ts';
import { runningNotifier } from '../../drills/kill/running-notifier.ts';
import { openSite } from '../../notifier/feed/open-site.ts';
import { news } from '../../notifier/feed/small-site.ts';
import type { Hello } from '../../stand-ins/push-service/process.ts';
import { startSmtp } from '../../stand-ins/smtp.ts';
import { freePort } from '../../free-port.ts';
import { memoryOf } from '../memory-of.ts';

const start = parseInstant('2026-11-22T10:00:00+09:00');
/** Messages after which what a notifier has in hand while it sends has long been there. */
const enough = 100_000;
/** Milliseconds without a message after which something is wrong. */
const silence = 30_000;

/**
 * Runs `notifier run` on a filled store, as an operator does: the site's feeds, a mail server and a push service are beside it. It waits,
 * draws a page, and then hears of an event that all are told of.
 * @returns bytes of resident memory, of all its threads, at their peak while it waits (its start included) and while it sends; and how many
 * messages were sent by then.
 */
export async function wholeNotifier(dataDir: string, channels: number, service: Hello) {
  const pages = join(dataDir, 'alert-pages');
  const ca = join(dataDir, 'ca.pem');
  writeFileSync(ca, service.ca);
  const [site, smtp] = [await openSite(), await startSmtp({ keep: false })];
  await buildOnDemandPages({ folder: pages, siteUrl: site.url });
  site.publish({ events: [], schedule: [] });
  const metricsPort = await freePort();
  const notifier = await runningNotifier(start, pages, {
    DATA_DIR: dataDir,
    SITE_URL: site.url,
    SMTP_URL: smtp.url,
    PUSH_HOSTS: service.setting,
    NODE_EXTRA_CA_CERTS: ca,
    METRICS_PORT: String(metricsPort),
  });
  try {
    const waiting = memoryOf(notifier.pid);
    await fetch(`${notifier.url}/alerts/manage/`);
    await sleep(10_000);
    const idle = waiting.stop();
    const busy = memoryOf(notifier.pid);
    const at = koreanStamp(new Date(start.getTime() + 5_000)).slice(0, 16);
    site.publish({ events: [news('notice', at)], schedule: [] });
    // A tenth wait for their digest.
    const sent = await untilSent(Math.min(enough, channels * 0.7));
    return { idle, sending: busy.stop(), sent };
  } finally {
    await notifier.kill('SIGTERM');
    site.close();
    await smtp.close();
  }

  async function untilSent(wanted: number) {
    let sent = 0;
    for (let still = 0; sent < wanted; still += 250) {
      await sleep(250);
      const now = await sentSoFar();
      if (now > sent) still = 0;
      if (still > silence)
        throw new Error(`The notifier sent ${sent} messages and no more: ${notifier.said().slice(-400)}`);
      sent = now;
    }
    return sent;
  }

  /** Since it started, as it says itself. */
  async function sentSoFar() {
    const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
    const lines = text.matchAll(/^alerts_answers_total\{lane="[^"]+",is="sent"\} (\d+)$/gm);
    return [...lines].reduce((sum, [, count]) => sum + Number(count), 0);
  }
}

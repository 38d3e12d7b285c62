import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fixedClock, parseInstant } from '../../db/clock.ts';
import { openKeyring } from '../../db/subscribers/keyring.ts';
import { tokensOf } from '../../notifier/tokens.ts';
import { buildOnDemandPages } from '../../site/on-demand/build.ts';
import { startPushService } from '../stand-ins/push-service.ts';
import { startSmtp } from '../stand-ins/smtp.ts';
import { arrivalsLog } from './kill/arrivals.ts';
import { gatherCrowd, mailOf } from './kill/crowd.ts';
import { emptySite } from './kill/empty-site.ts';
import { runningNotifier } from './kill/running-notifier.ts';

const notBefore = parseInstant('2026-11-22T10:00:00+09:00');
/** Milliseconds: what was on the way when somebody left, or when the notifier was killed, is here within that. */
const grace = 1_500;
/** Answers are written down so often; a commit takes some time itself. */
const ackWindow = 400;
/** Milliseconds without a message after which nobody more is told. What was refused is tried again after half of it. */
const silence = 60_000;
/** Messages on the way at once: streams of a push service in each thread, letters of a lane. */
const inFlight = 2 * 100 + 8;

/**
 * Sends one alert to a hundred thousand browsers and ten thousand addresses, and kills the notifier a hundred times on the way, its
 * clock put forward and back each time. Nothing may be lost, come early, or reach somebody who has left; what comes twice is what
 * was on the way or not written down yet.
 */
export async function drill([kills = '100', pushes = '100000', mails = '10000']: string[]) {
  const crowd = {
    pushes: Number(pushes),
    mails: Number(mails),
    at: parseInstant('2026-11-22T09:00:00+09:00'),
    notBefore,
  };
  const room = mkdtempSync(join(tmpdir(), 'drill-kill-'));
  const dataDir = join(room, 'data');
  const arrivals = arrivalsLog();
  const service = await startPushService({
    opens: false,
    manner: ({ stream, path }) => {
      arrivals.note(path);
      stream.respond({ ':status': 201 }, { endStream: true });
    },
  });
  const smtp = await startSmtp({ keep: false, took: ({ to }) => arrivals.note(to) });
  const site = await emptySite();
  const started: Awaited<ReturnType<typeof runningNotifier>>[] = [];
  try {
    writeFileSync(join(room, 'ca.pem'), service.ca);
    const pages = join(room, 'pages');
    await buildOnDemandPages({ folder: pages, siteUrl: site.url });
    const named = await gatherCrowd(dataDir, crowd, (number) => service.subscription(number));
    const tokens = tokensOf(openKeyring(dataDir, crowd.at).tokenKey, fixedClock(crowd.at));
    console.log(`${crowd.pushes} browsers and ${crowd.mails} addresses are to be told`);
    const environment = {
      DATA_DIR: dataDir,
      SITE_URL: site.url,
      SMTP_URL: smtp.url,
      PUSH_HOSTS: service.setting,
      NODE_EXTRA_CA_CERTS: join(room, 'ca.pem'),
    };
    const start = async (now: Date) => {
      const notifier = await runningNotifier(now, pages, environment);
      started.push(notifier);
      return notifier;
    };

    const early = await start(new Date(notBefore.getTime() - 60_000));
    await sleep(4_000);
    await early.kill('SIGKILL');
    const tooEarly = { first: arrivals.count(), clockPutBack: 0 };

    const killed: number[] = [];
    const windows: number[] = [];
    let left = 0;
    const each = Math.max(1, Math.floor((crowd.pushes + crowd.mails) / (Number(kills) + 5)));
    while (killed.length < Number(kills)) {
      // Every tenth start the clock has been put back to before the alert's time.
      const back = killed.length % 10 === 9;
      await sleep(grace); // what the killed one had on the way
      const before = arrivals.count();
      const step = back ? -30_000 : Math.random() * 7_200_000;
      const notifier = await start(new Date(notBefore.getTime() + step));
      if (back) {
        await sleep(1_500);
        tooEarly.clockPutBack += arrivals.count() - before;
      } else {
        const wanted = before + each * (0.5 + Math.random());
        const patience = performance.now() + 15_000;
        while (arrivals.count() < wanted && performance.now() < patience) await sleep(5);
        for (let i = 0; i < 3; i++) left += await someoneLeaves(notifier.url);
      }
      windows.push(arrivals.since(performance.now() - ackWindow));
      killed.push(performance.now());
      await notifier.kill('SIGKILL');
    }
    await sleep(grace);
    const last = await start(new Date(notBefore.getTime() + 7_300_000));
    const everybody = crowd.pushes + crowd.mails;
    let heard = arrivals.count();
    for (let idle = 0; idle < silence && lostOf().length > 0; idle += 500) {
      await sleep(500);
      if (arrivals.count() > heard) idle = 0;
      heard = arrivals.count();
    }
    await sleep(grace); // what might come twice
    const code = await last.kill('SIGTERM');
    const again = arrivals.againAfter(killed);
    const lost = lostOf();
    const over = again.filter((count, i) => count > inFlight + windows[i]!).length;
    const problems = [
      ...(lost.length > 0 ? [`${lost.length} never came`] : []),
      ...(tooEarly.first + tooEarly.clockPutBack > 0 ? ['some came before their time'] : []),
      ...(arrivals.afterLeaving(grace) > 0 ? [`${arrivals.afterLeaving(grace)} came to somebody who had left`] : []),
      ...(over > 0 ? [`after ${over} kills more came twice than were on the way or not written down`] : []),
      ...(code === 0 ? [] : [`the notifier did not stop well: ${last.said().slice(-400)}`]),
    ];
    const twice = again.reduce((sum, count) => sum + count, 0);
    console.log(
      `killed ${killed.length} times; ${arrivals.different()} of ${everybody} told, ${left} left on the way; lost ${lost.length}; ` +
        `twice ${twice} (at most ${Math.max(0, ...again)} after a kill; in flight ${inFlight} + not written down ` +
        `${Math.max(0, ...windows)}); early ${tooEarly.first + tooEarly.clockPutBack}; after leaving ${arrivals.afterLeaving(grace)}`,
    );
    for (const problem of problems) console.log(problem);
    if (problems.length > 0) process.exitCode = 1;
    return problems.length === 0 ? `${killed.length} passed, 0 failed` : `0 passed, ${problems.length} failed`;

    /** Somebody who has heard nothing yet leaves: a reader of mails by one click, or a browser by its page. */
    async function someoneLeaves(url: string) {
      const number = Math.floor(Math.random() * Math.min(crowd.pushes, crowd.mails));
      const known = Math.random() < 0.5 ? named.get(number) : undefined;
      const { endpoint } = service.subscription(number);
      const who = known ? mailOf(number) : new URL(endpoint).pathname;
      if (arrivals.has(who) || arrivals.hasLeft(who)) return 0;
      const response = known
        ? await fetch(`${url}/alerts/unsubscribe/?token=${tokens.unsubscribe(known.id, known.generation)}`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
            body: 'List-Unsubscribe=One-Click',
            redirect: 'manual',
          })
        : await fetch(`${url}/alerts/push`, {
            method: 'DELETE',
            headers: { 'Content-Type': 'application/json', Origin: site.url },
            body: JSON.stringify({ endpoint }),
          });
      await response.arrayBuffer();
      if (response.status >= 400) throw new Error(`Who wanted to leave was answered with ${response.status}.`);
      arrivals.left(who);
      return 1;
    }

    function lostOf() {
      const browsers = Array.from(
        { length: crowd.pushes },
        (_, i) => new URL(service.subscription(i).endpoint).pathname,
      );
      const readers = Array.from({ length: crowd.mails }, (_, i) => mailOf(i));
      return [...browsers, ...readers].filter((who) => !arrivals.has(who) && !arrivals.hasLeft(who));
    }
  } finally {
    for (const notifier of started) if (notifier.isOn()) await notifier.kill('SIGKILL');
    site.close();
    await smtp.close();
    await service.close();
    rmSync(room, { recursive: true, force: true });
  }
}

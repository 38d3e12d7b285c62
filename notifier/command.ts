import { join, resolve } from 'node:path';
import { koreanStamp, parseInstant, runningClock, systemClock } from '../db/clock.ts';
import { steadyClock } from '../db/steady-clock.ts';
import { commonOptions, runCommand } from '../db/command-line.ts';
import { readSettings } from '../db/settings.ts';
import { openKeyring } from '../db/subscribers/keyring.ts';
import { leaveBounce } from './bounces/bounce-folder.ts';
import { giveOrder } from './orders/open-orders.ts';
import { orderNames, type OrderName } from './orders/orders.ts';
import { restoredSentence } from './orders/restored-sentence.ts';

const usage = `
npm run notifier -- [run] --pages DIR [--now INSTANT]   takes subscriptions, follows the feed of SITE_URL, sends alerts
npm run notifier -- status                 channels, what waits, how long each push service and mail provider needs
npm run notifier -- send-test ADDRESS      a test alert to somebody who has confirmed
npm run notifier -- suppress ADDRESS       nothing goes there any more, whoever asks
npm run notifier -- unsuppress ADDRESS     it may be signed up again: a bounce or a complaint was wrong
npm run notifier -- forget ADDRESS         destroys all that is known of it
npm run notifier -- rotate-keys            new keys for addresses and for web push
npm run notifier -- backup FILE            a copy of the store while it goes on; keys are kept apart
npm run notifier -- restore FILE           puts a backup in place of the store; only while no notifier runs
npm run notifier -- release-hold HOLD send|skip   what to do with a feed that is held
npm run notifier -- bounce [ADDRESS]       takes a mail that came back from standard input (for a mail server's pipe)

  --pages DIR    the pages of /alerts/, built by "npm start" (DATA_DIR/alert-pages)
  --now INSTANT  begin at another time, RFC 3339 with an offset, and go on from there
  --plain        lines for people instead of JSON

SITE_URL, DATA_DIR, NOTIFIER_PORT, METRICS_PORT, SMTP_URL, MAIL_FROM, DKIM_*, PUSH_HOSTS: see README.md. Ctrl-C ends what is on the way.
`;

const options = {
  ...commonOptions,
  pages: { type: 'string' },
  plain: { type: 'boolean' },
  'with-parent': { type: 'boolean' },
} as const;

await runCommand(usage, options, async (values, [name = 'run', ...words]) => {
  const settings = readSettings();
  if (name === 'run') return run(values);
  if (name === 'bounce') return takeBounce(words[0]);
  if (name === 'restore') return restoreFrom(words[0]);
  if (!orderNames.includes(name as OrderName)) throw new Error(`"${name}" is no order.\n${usage.trimEnd()}`);
  // The notifier may have been started in another folder.
  const meant = name === 'backup' ? words.map((file) => resolve(file)) : words;
  const answer = await giveOrder(settings.DATA_DIR, name as OrderName, meant);
  if (answer === null) throw new Error('No notifier runs here. Start it: npm run notifier.');
  console.log(answer);

  async function run({ now, pages, plain, 'with-parent': withParent }: typeof values) {
    const clock = now === undefined ? systemClock : runningClock(parseInstant(now));
    const stop = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
    if (withParent) process.stdin.once('close', () => stop.abort()).resume();
    const say = (line: string) =>
      console.log(plain ? line : JSON.stringify({ at: koreanStamp(clock.now()), room: 'notifier', said: line }));
    // Here and below: an order need not wait until all that a notifier is made of has been read.
    const { runNotifier } = await import('./notifier.ts');
    await runNotifier({
      settings,
      clock,
      steady: steadyClock,
      pages: pages ?? join(settings.DATA_DIR, 'alert-pages'),
      signal: stop.signal,
      say,
      onOpen: (url) => say(`The notifier takes forms at ${url}.`),
    });
  }

  async function restoreFrom(file: string | undefined) {
    if (!file) throw new Error('Say from which file.');
    const { restore } = await import('../db/subscribers/restore.ts');
    const now = systemClock.now();
    const restored = restore(settings.DATA_DIR, file, openKeyring(settings.DATA_DIR, now), now);
    console.log(restoredSentence(restored, settings.DATA_DIR));
  }

  /** A mail server must not bounce what we cannot read, so that is no failure. */
  async function takeBounce(to: string | undefined) {
    const pieces: Buffer[] = [];
    for await (const piece of process.stdin) pieces.push(piece as Buffer);
    const { readBounce } = await import('./bounces/read-bounce.ts');
    const bounce = await readBounce(Buffer.concat(pieces), to);
    if (bounce) await leaveBounce(join(settings.DATA_DIR, 'bounces'), bounce);
    console.log(bounce ? 'Taken; the notifier looks at it within seconds.' : 'This is no bounce of ours.');
  }
});

import { join } from 'node:path';
import type { Clock } from '../db/clock.ts';
import type { SteadyClock } from '../db/steady-clock.ts';
import { openKeyring } from '../db/subscribers/keyring.ts';
import { openSubscribers } from '../db/subscribers/open.ts';
import type { Settings } from '../db/settings.ts';
import { clockDoubt } from './clock-doubt.ts';
import { answersFor } from './dispatch/answers.ts';
import { deliveriesFrom } from './dispatch/deliveries-of.ts';
import { dispatch } from './dispatch/dispatch.ts';
import { openDoor } from './door.ts';
import { followFeed } from './feed/follow.ts';
import { openVapidKeys } from './keys/vapid.ts';
import { matcherOf } from './match/matcher.ts';
import { keepHouse } from './keep-house.ts';
import { lettersIn, mailRoom } from './mail-room.ts';
import { openOrders } from './orders/open-orders.ts';
import { keepOnTelling } from './keep-on-telling.ts';
import { judged } from './senders/email/judged.ts';
import { createMailer } from './senders/email/mailer.ts';
import { openRefusals } from './senders/email/refusals.ts';
import { pushHosts } from './senders/push/push-hosts.ts';
import { createPushSender } from './senders/push/push-sender.ts';
import { vapidSubject } from './senders/push/vapid-headers.ts';
import { paceOf } from './senders/rates/pace.ts';
import { testSender } from './test-alert.ts';
import { tokensOf } from './tokens.ts';
import { figuresOf } from './watch/figures.ts';
import { keysAtRest } from './watch/keys-at-rest.ts';
import { openPrivatePort } from './watch/private-port.ts';
import { troublesOf } from './watch/troubles.ts';
import { usualLimits } from './web/limits.ts';
import { shutOut } from './web/memory.ts';
import { mountPages } from './web/pages.ts';
import { openWebPort } from './web/web-port.ts';
import { createWeb } from './web/web.ts';

export type NotifierOptions = {
  settings: Settings;
  clock: Clock;
  /** What the clock is compared with, which nobody can set. */
  steady: SteadyClock;
  /** Folder of the pages that are drawn on demand (site/on-demand/build.ts). */
  pages: string;
  signal: AbortSignal;
  say: (line: string) => void;
  /** Called once forms are taken. */
  onOpen: (url: string) => void;
};

/**
 * Takes subscriptions, follows the feed of the site, and sends alerts, until it is told to stop; then it ends what is on the way.
 * Killed at any moment it loses nothing.
 */
export async function runNotifier({ settings, clock, steady, pages, signal, say, onOpen }: NotifierOptions) {
  const { DATA_DIR, SITE_URL: siteUrl, MAIL_FROM: from, NOTIFIER_PORT, METRICS_PORT } = settings;
  const keyring = openKeyring(DATA_DIR, clock.now());
  const vapid = openVapidKeys(DATA_DIR, clock.now());
  const store = openSubscribers(DATA_DIR, 'npm run notifier', keyring);
  const opened: { close(): unknown }[] = [store];
  const inner = new AbortController();
  const stop = () => inner.abort();
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  try {
    const inDoubt = clockDoubt(clock, steady, say);
    const mounted = await mountPages(pages);
    const matcher = await matcherOf(store);
    const door = openDoor(clock);
    const tokens = tokensOf(keyring.tokenKey, clock);
    const hosts = pushHosts(settings.PUSH_HOSTS);
    const troubles = troublesOf();
    const room = mailRoom(settings, { clock, say, troubles });
    const push = createPushSender({ vapid, subject: vapidSubject(settings), hosts, siteUrl, door, say });
    const refusals = await openRefusals(store, say);
    const email = judged(room.sender({ from, siteUrl, tokens, door }), refusals, () => clock.now());
    const senders = { push, email };
    const mailer = createMailer({ post: room.post(), from, siteUrl, tokens, store, clock, say });
    opened.push(refusals, senders.push, senders.email, mailer);
    const pace = paceOf({ clock });
    const figures = figuresOf({ ledger: store, pace, push, troubles, clock });
    const sendTest = testSender(store, senders, clock);
    const leave = (id: number) => shutOut(id, { matcher, door, mailer });

    const forms = createWeb({
      store,
      matcher,
      keyring,
      door,
      tokens,
      mailer,
      vapid,
      hosts,
      clock,
      siteUrl,
      sendTest,
      say,
      limits: usualLimits,
      pages: mounted,
    });
    const web = await openWebPort(NOTIFIER_PORT, forms);
    opened.push(web);
    const feed = await followFeed({ siteUrl, store, matcher, clock, say });
    const telling = keepOnTelling({ feed, store, matcher, clock, inDoubt, figures, say, signal: inner.signal });
    const folders = { bounces: join(DATA_DIR, 'bounces'), letters: lettersIn(DATA_DIR) };
    const house = { ...folders, store, tokens, clock, inDoubt, leave, say, signal: inner.signal };
    const orders = { store, keyring, vapid, clock, leave, sendTest, telling, pace };
    opened.push(await openOrders(DATA_DIR, orders));
    troubles.watch('feed', () => telling.wrong());
    troubles.watch('mail providers', () => refusals.wrong(clock.now()));
    troubles.watch('push', () => keysAtRest(push.standing()));
    if (METRICS_PORT !== undefined) opened.push(await openPrivatePort(METRICS_PORT, figures, troubles));

    const taken = await store.takeOver(clock.now());
    if (taken > 0) say(`Goes on with ${taken} chunks that were under way when the notifier ended last.`);
    onOpen(`http://127.0.0.1:${web.port}`);
    const answers = answersFor(store);
    const work = [
      telling.run(),
      keepHouse(house),
      dispatch({
        ledger: store,
        senders,
        answers,
        pace,
        clock,
        inDoubt,
        say,
        troubles,
        signal: inner.signal,
        deliveriesOf: deliveriesFrom(store, () => clock.now(), say),
        heard(claim, id, outcome) {
          figures.answered(claim, outcome);
          if (outcome.is === 'gone') leave(id);
        },
      }),
    ];
    // One that fails ends all: half a notifier would look like a whole one.
    await Promise.all(work.map((each) => each.catch((error: unknown) => (stop(), Promise.reject(error as Error)))));
  } finally {
    stop();
    for (const each of opened.toReversed()) await each.close();
  }
}

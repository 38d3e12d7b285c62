import { expect, onTestFinished, test } from 'vitest';
import type { AlertEvent } from '../../../db/subscribers/alert-event.ts';
import type { Claim } from '../../../db/subscribers/subscribers.ts';
import { openDoor } from '../../../notifier/door.ts';
import { openVapidKeys } from '../../../notifier/keys/vapid.ts';
import { pushHosts } from '../../../notifier/senders/push/push-hosts.ts';
import { createPushSender } from '../../../notifier/senders/push/push-sender.ts';
import { paceOf } from '../../../notifier/senders/rates/pace.ts';
import type { Outcome } from '../../../notifier/senders/sender.ts';
import { figuresOf } from '../../../notifier/watch/figures.ts';
import { keysAtRest } from '../../../notifier/watch/keys-at-rest.ts';
import { openPrivatePort } from '../../../notifier/watch/private-port.ts';
import { troublesOf } from '../../../notifier/watch/troubles.ts';
import { freshFolder } from '../../fresh.ts';
import { saying, startPushService } from '../../stand-ins/push-service.ts';
import { freshStore, wishing } from '../match/people.ts';
import { event, message } from '../messages/given.ts';
import { movedClock } from '../moved-clock.ts';

const [reader, secret] = ['kim.secret@example.kr', 'secret-token-of-a-browser'];
const agreed = { at: new Date('2026-11-01T00:00:00+09:00'), words: '1', from: null };

/** Figures of a store with a reader of mails and a browser, at a port of their own. */
async function watched() {
  const [store, clock] = [freshStore(), movedClock()];
  const door = openDoor(clock);
  const pace = paceOf({ clock });
  const vapid = openVapidKeys(freshFolder(), clock.now());
  const service = await startPushService({ clock: door, manner: saying(403) });
  const { host } = new URL(service.origin);
  const push = createPushSender({
    vapid,
    subject: 'mailto:desk@example.kr',
    hosts: pushHosts([service.setting]),
    siteUrl: 'https://lighthouse.example.kr',
    door,
    threads: 0,
    say: () => {},
    ca: service.ca,
  });
  const troubles = troublesOf();
  troubles.watch('push', () => keysAtRest(push.standing()));
  const figures = figuresOf({ ledger: store, pace, push, troubles, clock });
  const port = await openPrivatePort(0, figures, troubles);
  onTestFinished(async () => {
    port.close();
    await push.close();
    await service.close();
  });
  const { id, generation } = await store.join({ by: 'email', address: reader }, wishing(), agreed);
  await store.confirm(id, generation, agreed);
  const { keys } = service.subscription(1);
  const to = { by: 'push' as const, endpoint: `${service.origin}/${secret}`, ...keys, vapidKey: vapid.newest().id };
  const browser = await store.join(to, wishing(), agreed);
  const get = (path: string) => fetch(`http://127.0.0.1:${port.port}${path}`);
  return {
    store,
    clock,
    pace,
    push,
    figures,
    troubles,
    port,
    get,
    lane: `push ${host}`,
    ids: { reader: id, browser: browser.id },
    /** The lines of a figure, as far as they are not 0. */
    async lines(name: string) {
      const text = await (await get('/metrics')).text();
      return text.split('\n').filter((line) => line.startsWith(name) && !line.endsWith(' 0'));
    },
    /** Has the push service refuse our key until it rests. */
    async refused() {
      const { notBefore, expiresAt } = event({ notBefore: clock.now(), expiresAt: clock.in(3_600) });
      const deliveries = Array.from({ length: 20 }, (_, nth) => {
        const lane = `push ${host}`;
        return { id: 100 + nth, generation: 1, lane, to, messages: [message()], notBefore, expiresAt };
      });
      service.manner = saying(201);
      await push.send(deliveries, () => {});
      service.manner = saying(403);
      await push.send(deliveries, () => {});
    },
  };
}

type Watched = Awaited<ReturnType<typeof watched>>;

/** Writes an event down for the reader and the browser. @returns a claim of each lane. */
async function due({ store, clock, ids, lane }: Watched): Promise<Claim[]> {
  const alert: AlertEvent = event({ kind: 'results', notBefore: clock.now(), expiresAt: clock.in(3_600) });
  const portion = { as: 'itself' as const, notBefore: clock.now() };
  const portions = [
    { ...portion, lane: 'email others', ids: Uint32Array.of(ids.reader) },
    { ...portion, lane, ids: Uint32Array.of(ids.browser) },
  ];
  await store.record(alert, portions, clock.now());
  return store.claim({ now: clock.now(), shut: new Set(), most: 4, leaseUntil: clock.in(60) });
}

test('the oldest message that is due has an age, from its instant until it is served', async () => {
  const all = await watched();
  expect(await all.lines('alerts_oldest_unsent_seconds')).toEqual([]);
  const claims = await due(all);
  all.clock.pass(75);
  expect(await all.lines('alerts_oldest_unsent_seconds')).toEqual(['alerts_oldest_unsent_seconds 75']);
  const served = claims.map((claim) => ({
    ...claim,
    sent: [...claim.ids],
    ambiguous: [],
    gone: [],
    dropped: [],
    againAt: null,
  }));
  await all.store.settle(served, all.clock.now());
  expect(await all.lines('alerts_oldest_unsent_seconds')).toEqual([]);
});

test('each lane has its rate, what waits for it and how long that takes', async () => {
  const all = await watched();
  await due(all);
  all.pace.grant('email others', 1);
  expect(await all.lines('alerts_unsent{')).toEqual([
    'alerts_unsent{lane="email others"} 1',
    `alerts_unsent{lane="${all.lane}"} 1`,
  ]);
  expect(await all.lines('alerts_rate{lane="email others"}')).toEqual(['alerts_rate{lane="email others"} 50']);
  expect(await all.lines('alerts_eta_seconds{lane="email others"}')).toEqual([
    'alerts_eta_seconds{lane="email others"} 0.02',
  ]);
  all.pace.tell('email others', { is: 'paused', until: all.clock.in(120) });
  expect(await all.lines('alerts_eta_seconds{lane="email others"}')).toEqual([
    'alerts_eta_seconds{lane="email others"} 120.02',
  ]);
  all.clock.pass(3_600);
  expect(await all.lines('alerts_unsent{')).toEqual([]);
  expect(await all.lines('alerts_eta_seconds{')).toEqual([]);
});

test('what may have been sent, what has expired and who there is are counted for good', async () => {
  const all = await watched();
  const [mail] = (await due(all)).filter(({ lane }) => lane === 'email others');
  const served = { ...mail!, sent: [], ambiguous: [all.ids.reader], gone: [], dropped: [], againAt: null };
  await all.store.settle([served], all.clock.now());
  all.clock.pass(3_600);
  await all.store.claim({ now: all.clock.now(), shut: new Set(), most: 4, leaseUntil: all.clock.in(60) });
  expect(await all.lines('alerts_messages{')).toEqual([
    'alerts_messages{is="ambiguous"} 1',
    'alerts_messages{is="expired"} 1',
  ]);
  expect(await all.lines('alerts_channels{')).toEqual([
    'alerts_channels{by="email",state="confirmed"} 1',
    'alerts_channels{by="push",state="confirmed"} 1',
  ]);
});

test('answers are counted by lane, those that were kept back by why: too early is a figure of its own', async () => {
  const all = await watched();
  const [claim] = (await due(all)).filter(({ lane }) => lane === 'email others');
  const outcomes: Outcome[] = [
    { is: 'sent' },
    { is: 'sent' },
    { is: 'ambiguous' },
    { is: 'kept back', why: 'early' },
    { is: 'kept back', why: 'left' },
  ];
  for (const outcome of outcomes) all.figures.answered(claim!, outcome);
  expect(await all.lines('alerts_answers_total{')).toEqual([
    'alerts_answers_total{lane="email others",is="sent"} 2',
    'alerts_answers_total{lane="email others",is="ambiguous"} 1',
    'alerts_answers_total{lane="email others",is="early"} 1',
    'alerts_answers_total{lane="email others",is="left"} 1',
  ]);
});

test('a key that a push service refuses is seen as long as it rests', async () => {
  const all = await watched();
  expect(await all.lines('alerts_quarantined')).toEqual([]);
  await all.refused();
  expect(await all.lines('alerts_quarantined')).toEqual([`alerts_quarantined{lane="${all.lane}"} 1`]);
  expect(await all.lines('alerts_trouble')).toEqual(['alerts_trouble{place="push"} 1']);
  expect(await (await all.get('/health')).text()).toMatch(
    /^Push services refuse what we send, .*: localhost:\d+ \(VAPID key [\w-]+\)\.\n$/,
  );
  all.clock.pass(3_600);
  expect(await all.lines('alerts_quarantined')).toEqual([]);
  expect((await all.get('/health')).status).toBe(200);
});

test('a feed that is held is seen until it is not', async () => {
  const { figures, ...all } = await watched();
  figures.held('/feeds/events.json is held.');
  expect(await all.lines('alerts_feed_held')).toEqual(['alerts_feed_held 1']);
  figures.held(null);
  expect(await all.lines('alerts_feed_held')).toEqual([]);
});

test('what is wrong is a figure by its place, and 0 once it is not', async () => {
  const all = await watched();
  all.troubles.tell('answers', 'What was sent cannot be written down: the disk is full.');
  expect(await all.lines('alerts_trouble')).toEqual(['alerts_trouble{place="answers"} 1']);
  all.troubles.tell('answers', null);
  expect(await (await all.get('/metrics')).text()).toContain('alerts_trouble{place="answers"} 0');
});

test('there are these figures and no others, and none names a reader, a browser or a key', async () => {
  const all = await watched();
  await due(all);
  await all.refused();
  const text = await (await all.get('/metrics')).text();
  expect([...text.matchAll(/^# TYPE (\w+) (\w+)/gm)].map(([, name, type]) => `${type} ${name}`)).toEqual([
    'counter alerts_answers_total',
    'gauge alerts_feed_held',
    'gauge alerts_oldest_unsent_seconds',
    'gauge alerts_unsent',
    'gauge alerts_rate',
    'gauge alerts_eta_seconds',
    'gauge alerts_messages',
    'gauge alerts_quarantined',
    'gauge alerts_trouble',
    'gauge alerts_channels',
  ]);
  expect(text).not.toMatch(/secret|@|https:|example\.kr/);
});

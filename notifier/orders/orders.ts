import type { Clock } from '../../db/clock.ts';
import type { Keyring } from '../../db/subscribers/keyring.ts';
import type { ChannelId, Subscribers } from '../../db/subscribers/subscribers.ts';
import type { Release } from '../feed/hold.ts';
import type { VapidKeys } from '../keys/vapid.ts';
import type { Pace } from '../senders/rates/pace.ts';

export type OrderParts = {
  store: Subscribers;
  keyring: Keyring;
  vapid: VapidKeys;
  clock: Clock;
  leave: (id: ChannelId) => void;
  sendTest: (id: ChannelId) => Promise<boolean>;
  telling: { release(release: Release): boolean; wrong(): string | null };
  pace: Pick<Pace, 'eta'>;
};

export const orderNames = [
  'status',
  'send-test',
  'suppress',
  'unsuppress',
  'forget',
  'rotate-keys',
  'backup',
  'release-hold',
] as const;
export type OrderName = (typeof orderNames)[number];

/** How many words each takes at most. */
export const wordsOf: Record<OrderName, number> = {
  status: 0,
  'send-test': 1,
  suppress: 1,
  unsuppress: 1,
  forget: 1,
  'rotate-keys': 0,
  backup: 1,
  'release-hold': 2,
};

/** What an operator can ask of the notifier. Each takes words and gives a sentence; an address never comes back in one. */
export function ordersOn(parts: OrderParts): Record<OrderName, (words: string[]) => Promise<string>> {
  const { store, keyring, vapid, clock, leave, sendTest, telling, pace } = parts;
  const channelOf = async ([address]: string[]) => {
    if (!address?.includes('@')) throw new Error('Say which e-mail address.');
    const id = await store.find({ email: address });
    if (id === null) throw new Error('Nobody has subscribed with that address.');
    return id;
  };
  return {
    async status() {
      const { oldestUnsent, unsent, sent, ambiguous, expired, channels } = await store.standing(clock.now());
      const age = oldestUnsent ? Math.round((clock.now().getTime() - oldestUnsent.getTime()) / 1000) : 0;
      const lanes = Object.entries(unsent).map(
        ([lane, count]) => `  ${lane}: ${count} to send, about ${Math.ceil(pace.eta(lane, count))} s`,
      );
      const people = Object.entries(channels).map(
        ([by, { asked, confirmed, ended }]) => `${by}: ${confirmed} confirmed, ${asked} asked, ${ended} ended`,
      );
      return [
        telling.wrong() ?? 'The feed is followed.',
        ...people,
        `sent ${sent}, perhaps sent ${ambiguous}, expired ${expired}; the oldest that is due waits for ${age} s`,
        ...lanes,
      ].join('\n');
    },
    async 'send-test'(words) {
      return (await sendTest(await channelOf(words)))
        ? 'The test alert was taken.'
        : 'The test alert was not taken: the address is not confirmed, or the mail server refused it.';
    },
    async suppress([address = '']) {
      if (!address.includes('@')) throw new Error('Say which e-mail address.');
      const id = await store.find({ email: address });
      if (id !== null) leave(id);
      await store.suppress(address, 'suppressed', clock.now());
      return 'That address gets nothing any more, whoever asks.';
    },
    async unsuppress([address = '']) {
      if (!address.includes('@')) throw new Error('Say which e-mail address.');
      return (await store.unsuppress(address, clock.now()))
        ? 'That address may be signed up again; it gets nothing until its owner says yes.'
        : 'That address was not suppressed: nothing has changed.';
    },
    async forget(words) {
      const id = await channelOf(words);
      leave(id);
      await store.forget(id, clock.now());
      return 'All that was known of that address is destroyed; a restored backup forgets it again.';
    },
    async 'rotate-keys'() {
      keyring.renew(clock.now());
      const count = await store.rotate();
      vapid.rotate(clock.now(), await keysInUse(store));
      return `${count} addresses are under a new key. Browsers take the new VAPID key as they visit.`;
    },
    async backup([file]) {
      if (!file) throw new Error('Say into which file.');
      await store.backup(file, clock.now());
      return (
        `Everything is in ${file}. Its keys are not: keep DATA_DIR/keys apart from it. ` +
        'To restore it elsewhere take the newest DATA_DIR/forgotten.jsonl too, or who leaves from now on comes back.'
      );
    },
    async 'release-hold'([hold, how]) {
      if (!hold || (how !== 'send' && how !== 'skip'))
        throw new Error('Say which hold, and "send" or "skip": the log names both.');
      if (!telling.release({ hold, how }))
        throw new Error(
          'Nothing is held by that id now: it names what was held, and that has changed. Ask for the status.',
        );
      return 'The feed is asked again with that decision; the status says whether it is taken.';
    },
  };
}

/** Ids of the VAPID keys with which somebody has subscribed. */
async function keysInUse(store: Subscribers) {
  const ids: ChannelId[] = [];
  await store.each(({ id, lane }) => void (lane.startsWith('push ') && ids.push(id)));
  const used = new Set<string>();
  for (let at = 0; at < ids.length; at += 1_000)
    for (const address of (await store.addresses(ids.slice(at, at + 1_000))).values())
      if (address.by === 'push') used.add(address.vapidKey);
  return used;
}

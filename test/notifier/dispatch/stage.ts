import { onTestFinished } from 'vitest';
import type { AlertEvent } from '../../../db/subscribers/alert-event.ts';
import type { Address } from '../../../db/subscribers/channel.ts';
import { openKeyring } from '../../../db/subscribers/keyring.ts';
import { laneOf } from '../../../db/subscribers/lane-of.ts';
import { openSubscribers } from '../../../db/subscribers/open.ts';
import type { ChannelId, Claim, Portion } from '../../../db/subscribers/subscribers.ts';
import type { Wishes } from '../../../db/subscribers/wishes.ts';
import { answersFor } from '../../../notifier/dispatch/answers.ts';
import { deliveriesFrom } from '../../../notifier/dispatch/deliveries-of.ts';
import { dispatch } from '../../../notifier/dispatch/dispatch.ts';
import { openDoor, type SharedDoor } from '../../../notifier/door.ts';
import { paceOf } from '../../../notifier/senders/rates/pace.ts';
import type { Delivery, Outcome, Sender } from '../../../notifier/senders/sender.ts';
import { tokensOf } from '../../../notifier/tokens.ts';
import { troublesOf } from '../../../notifier/watch/troubles.ts';
import { freshFolder } from '../../fresh.ts';
import { until } from '../../site/origin/raw-http.ts';
import { wishing } from '../match/people.ts';
import { movedClock, type MovedClock } from '../moved-clock.ts';
import { openAllGates } from './sender-saying.ts';

type Parts = { door: SharedDoor; clock: MovedClock; tokens: ReturnType<typeof tokensOf>; folder: string };
type Senders = Record<'email' | 'push', Sender>;
type Hooks = {
  /** Right after chunks were claimed. */
  claimed?: (claims: Claim[]) => Promise<void> | void;
  /** Right before a sender gets deliveries. */
  sending?: (deliveries: Delivery[]) => Promise<void> | void;
  /** Right before messages are put into words. */
  wording?: (claim: Claim) => void;
};

/** A store of its own, and what of the notifier sends what is due in it; whoever is to be told is written down by the test. */
export async function dispatchStage(make: (parts: Parts) => Partial<Senders>, folder = freshFolder()) {
  const clock = movedClock();
  const keyring = openKeyring(folder, clock.now());
  const store = openSubscribers(folder, 'a test', keyring);
  const door = openDoor(clock);
  const tokens = tokensOf(keyring.tokenKey, clock);
  const hooks: Hooks = {};
  const heard: [ChannelId, Outcome][] = [];
  const said: string[] = [];
  const troubles = troublesOf();
  /** Places that the lanes granted and were not told of. */
  let open = 0;
  let looks = 0;
  const pause = { write: 5, rest: 10, trouble: 50, turn: 60_000 };
  let running: { stop(): Promise<void> } | undefined;
  const pace = paceOf({ clock });
  const senders = { email: nobody, push: nobody, ...make({ door, clock, tokens, folder }) };
  const deliveriesOf = deliveriesFrom(
    store,
    () => clock.now(),
    (line) => said.push(line),
  );

  const hooked = (sender: Sender): Sender => ({
    async send(deliveries, answer) {
      await hooks.sending?.(deliveries);
      await sender.send(deliveries, answer);
    },
    close: () => sender.close(),
  });

  /** Starts sending; resolves when it has looked once. */
  async function start() {
    const stopping = new AbortController();
    const ended = dispatch({
      ledger: {
        async claim(asked) {
          const claims = await store.claim(asked);
          looks += 1;
          await hooks.claimed?.(claims);
          return claims;
        },
      },
      senders: { email: hooked(senders.email), push: hooked(senders.push) },
      answers: answersFor(store),
      pace: {
        ...pace,
        grant(lane, most) {
          const granted = pace.grant(lane, most);
          open += granted;
          return granted;
        },
        tell(lane, outcome) {
          open -= 1;
          pace.tell(lane, outcome);
        },
      },
      clock,
      inDoubt: () => stage.clockInDoubt,
      say: (line) => said.push(line),
      troubles,
      signal: stopping.signal,
      pause,
      async deliveriesOf(claim, ids) {
        hooks.wording?.(claim);
        return deliveriesOf(claim, ids);
      },
      heard(_, id, outcome) {
        heard.push([id, outcome]);
        if (outcome.is === 'gone') door.leave(id);
      },
    });
    running = { stop: () => (stopping.abort(), ended) };
    await looked(1);
  }

  /** Resolves when it was looked so many times more what is due. */
  async function looked(times = 2) {
    const wanted = looks + times;
    await until(() => looks >= wanted, 20_000);
  }

  const stage = {
    store,
    door,
    clock,
    folder,
    hooks,
    /** Read when it starts. */
    pause,
    heard,
    said,
    troubles,
    senders,
    start,
    looked,
    stop: () => running?.stop(),
    close: async () => {
      await running?.stop();
      running = undefined;
      await store.close();
    },
    clockInDoubt: false,
    openPlaces: () => open,
    standing: () => store.standing(clock.now()),
    /** Confirmed readers, by their ids. */
    async readers(...addresses: string[]) {
      const joined = await Promise.all(
        addresses.map((address) => store.join({ by: 'email', address }, wishing(), agreed())),
      );
      for (const { id, generation } of joined) await store.confirm(id, generation, agreed());
      return joined.map(({ id }) => id);
    },
    async browser(to: Omit<Address & { by: 'push' }, 'by'>) {
      return (await store.join({ by: 'push', ...to }, wishing(), agreed())).id;
    },
    async wishes(id: ChannelId, change: Partial<Wishes>) {
      await store.change(id, wishing(change), agreed());
    },
    /** Leaves as by a click: the door first. */
    async leave(id: ChannelId) {
      door.leave(id);
      await store.end(id, 'unsubscribed', clock.now());
    },
    /** Writes an event down for some, from now on for an hour. */
    async tell(ids: ChannelId[], { kind = 'results', as = 'itself', ...more }: Telling = {}) {
      const id = `${kind}-${more.noticeId ?? '2026000001'}`;
      const event: AlertEvent = {
        id,
        kind,
        noticeId: '2026000001',
        noticeName: '등대마을 첫째 단지',
        noticeKind: 'apt',
        sido: '11',
        sigungu: '11680',
        path: '/notices/2026000001/',
        notBefore: clock.now(),
        expiresAt: clock.in(3_600),
        ...more,
      };
      const lanes = Map.groupBy(await store.addresses(ids), ([, address]) => laneOf(address));
      const portions = [...lanes].map(([lane, some]): Portion => {
        return { lane, as, notBefore: event.notBefore, ids: Uint32Array.from(some.map(([each]) => each)).sort() };
      });
      await store.record(event, portions, clock.now());
      return id;
    },
  };
  onTestFinished(async () => {
    openAllGates();
    await running?.stop();
    for (const sender of Object.values(senders)) await sender.close();
    await store.close().catch(() => {});
  });
  return stage;

  function agreed() {
    return { at: clock.now(), words: '1', from: null };
  }
}

type Telling = Partial<AlertEvent> & { as?: Portion['as'] };

const nobody: Sender = {
  async send() {
    throw new Error('Nobody was to be told by this way.');
  },
  async close() {},
};

import { availableParallelism } from 'node:os';
import type { ChannelId } from '../../../db/subscribers/subscribers.ts';
import type { SharedDoor } from '../../door.ts';
import type { VapidKeys } from '../../keys/vapid.ts';
import type { Delivery, Outcome, Sender } from '../sender.ts';
import { checkedLookup } from './checked-lookup.ts';
import { courierInThread } from './courier-threads.ts';
import { createCourier, type Courier, type Patience } from './courier.ts';
import { loadsOf, portionsOf } from './loads.ts';
import type { PushHosts } from './push-hosts.ts';
import type { Verdict } from './response-table.ts';
import { servicesKnown, type PushStanding } from './services-known.ts';
import { vapidHeaders } from './vapid-headers.ts';

export type PushSenderParts = {
  vapid: VapidKeys;
  /** Whom a push service may write to: `vapidSubject`. */
  subject: string;
  hosts: PushHosts;
  /** What the paths of messages are relative to. */
  siteUrl: string;
  door: SharedDoor;
  /** Threads that encrypt and send, one a core unless told; 0: in the thread of the caller. */
  threads?: number;
  /** Told in a sentence when push services refuse us; it never names a person. */
  say: (line: string) => void;
  patience?: Partial<Patience>;
  /** Certificates (PEM) to trust in the place of the system's. */
  ca?: string | undefined;
};

export type PushSender = Sender & { standing(): PushStanding };

const usualPatience: Patience = { connect: 10_000, headers: 30_000, body: 10_000, idle: 30_000, streams: 100 };

/**
 * Sends web push: encrypted for each browser, over one HTTP/2 session a push service and thread. A service that says "later" pauses
 * as a whole, one that refuses our key is left alone for a while, and only 404 and 410 end a channel.
 */
export function createPushSender(parts: PushSenderParts): PushSender {
  const { door, vapid, hosts, siteUrl, say, ca, threads = availableParallelism() } = parts;
  const patience = { ...usualPatience, ...parts.patience };
  const headerOf = vapidHeaders(parts.subject);
  const waiting = new Map<number, (verdict: Verdict) => void>();
  let nextTicket = 0;
  let nextCourier = 0;
  let closed: Promise<void> | null = null;
  const answer = (ticket: number, verdict: Verdict) => {
    const heard = waiting.get(ticket);
    waiting.delete(ticket);
    heard?.(verdict);
  };
  const died = () => say('A thread that sends push messages has died; another takes its place. Please report this.');
  const couriers: Courier[] =
    threads > 0
      ? Array.from({ length: threads }, () => courierInThread({ door, patience, ca, answer, died }))
      : [
          createCourier({
            now: () => door.now().getTime(),
            left: (id) => door.left(id),
            patience,
            ca,
            lookup: checkedLookup,
            answer,
          }),
        ];
  const known = servicesKnown(door, say, (origin, key) => {
    const used = key && vapid.of(key);
    for (const courier of couriers) courier.callBack(origin, used ? headerOf(origin, used, door.now()) : null);
  });

  return {
    standing: () => known.standing(),
    async send(deliveries, hear) {
      if (closed) return deliveries.forEach(({ id }) => hear(id, notNow));
      await new Promise<void>((allHeard) => {
        let left = deliveries.length;
        if (left === 0) allHeard();
        begin(deliveries, (id, outcome) => {
          hear(id, outcome);
          if (--left === 0) allHeard();
        });
      });
    },
    close: () => (closed ??= Promise.all(couriers.map((courier) => courier.close())).then(() => undefined)),
  };

  function begin(deliveries: readonly Delivery[], hear: (id: ChannelId, outcome: Outcome) => void) {
    const { loads, unready } = loadsOf(deliveries, { vapid, hosts, siteUrl, headerOf, now: door.now() });
    for (const { id, why } of unready) hear(id, known.unready(why));
    for (const load of loads) {
      const { origin, host } = load.host;
      const ready = load.messages.filter(({ id }) => {
        const outcome = known.outcomeBefore(origin, load.key, id);
        if (outcome) hear(id, outcome);
        return !outcome;
      });
      const spread = portionsOf(ready, couriers.length);
      for (const messages of spread) {
        const ticket = nextTicket;
        nextTicket += messages.length;
        for (const [at, { id }] of messages.entries())
          waiting.set(ticket + at, (verdict) =>
            hear(id, known.outcomeOf({ origin, host, key: load.key, id }, verdict)),
          );
        couriers[nextCourier++ % couriers.length]!.carry(load.pack(ticket, messages));
      }
    }
  }
}

const notNow: Outcome = { is: 'retry', after: null };

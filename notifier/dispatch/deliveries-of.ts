import type { AlertEvent } from '../../db/subscribers/alert-event.ts';
import type { Channels, ChannelId, Claim, Ledger } from '../../db/subscribers/subscribers.ts';
import { becauseOf, type Because } from '../messages/because.ts';
import type { Message } from '../messages/message.ts';
import { messageOf } from '../messages/message-of.ts';
import type { Delivery } from '../senders/sender.ts';

type From = Pick<Channels, 'addresses' | 'wishes'> & Pick<Ledger, 'digestParts'>;
type EventsOf = (id: ChannelId) => AlertEvent[];

export type Worded = {
  deliveries: Delivery[];
  /** Channels that are still there, but nobody can read where they lead. */
  unreadable: ChannelId[];
};

/**
 * Puts what a claim tells into words for each channel that is still there. Those who are told the same in the same words share one
 * list of messages.
 */
export function deliveriesFrom(store: From, now: () => Date, say: (line: string) => void) {
  const told = new WeakMap<Claim, Promise<EventsOf>>();
  const said = new Set<ChannelId>();
  const shared = new WeakMap<Claim, Map<string, Message[]>>();

  return async (claim: Claim, ids: Uint32Array): Promise<Worded> => {
    const addresses = await store.addresses(ids);
    const wishes = await store.wishes(ids);
    const eventsOf = await once(told, claim, () => eventsIn(claim));
    const words = once(shared, claim, () => new Map<string, Message[]>());
    const deliveries = [...addresses].flatMap(([id, { generation, ...to }]) => {
      if (eventsOf(id).length === 0) return [];
      const theirs = wishes.get(id);
      if (!theirs) return [];
      const because = eventsOf(id).map((event): [AlertEvent, Because] => [event, becauseOf(event, theirs)]);
      const same = because.map(([event, reason]) => `${event.id} ${Object.values(reason).join(' ')}`).join('\n');
      const messages = words.get(same) ?? because.map(([event, reason]) => messageOf(event, reason));
      words.set(same, messages);
      const { lane, notBefore, event } = claim;
      return { id, generation, lane, to, messages, notBefore, expiresAt: event.expiresAt };
    });
    const unreadable = [...wishes.keys()].filter((id) => !addresses.has(id));
    for (const id of unreadable) sayOf(id);
    return { deliveries, unreadable };
  };

  function sayOf(id: ChannelId) {
    if (said.has(id)) return;
    said.add(id);
    say(
      `Nothing can be sent to channel ${id}: its row in subscribers.db is damaged. It is whole again when its browser comes by or its ` +
        'address subscribes again, or after a restore.',
    );
  }

  async function eventsIn(claim: Claim): Promise<EventsOf> {
    if (claim.as === 'itself') return () => [claim.event];
    const byChannel = new Map<ChannelId, AlertEvent[]>();
    for (const { event, ids } of await store.digestParts(claim.chunk, now()))
      for (const id of ids) byChannel.set(id, [...(byChannel.get(id) ?? []), event]);
    return (id) => byChannel.get(id) ?? [];
  }
}

function once<Key extends object, Value>(known: WeakMap<Key, Value>, key: Key, make: () => Value): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

import type { AlertEvent, EventKind } from '../../db/subscribers/alert-event.ts';
import type { Channels, ChannelId, Claim, Ledger } from '../../db/subscribers/subscribers.ts';
import type { Wishes } from '../../db/subscribers/wishes.ts';
import { quietUntil } from '../match/when.ts';
import { becauseOf, type Because } from '../messages/because.ts';
import type { Message } from '../messages/message.ts';
import { messageOf } from '../messages/message-of.ts';
import type { Delivery } from '../senders/sender.ts';

type From = Pick<Channels, 'addresses' | 'wishes'> & Pick<Ledger, 'digestParts' | 'told'>;
type EventsOf = (id: ChannelId) => AlertEvent[];

export type Worded = {
  deliveries: Delivery[];
  /** Who is not to be told now, and when it is to be looked again. */
  later: Map<ChannelId, Date>;
  /** Whose wishes have changed since it was written down: they do not want it any more. */
  unwanted: ChannelId[];
};

/** Milliseconds until a row that cannot be read is looked at again: somebody may mend it. */
const damagedFor = 1_200_000;
/** What also goes to those whom the notice has reached before, whatever they follow. */
const ofWhatWasTold: ReadonlySet<EventKind> = new Set<EventKind>(['correction', 'cancelled', 'results']);
/** Events whose readers of before are kept: a million of them are 4 MB. */
const mostReached = 8;

/**
 * Puts what a claim tells into words for each channel that is still there, as its wishes are now. Those who are told the same in the
 * same words share one list of messages.
 */
export function deliveriesFrom(store: From, now: () => Date, say: (line: string) => void) {
  const told = new WeakMap<Claim, Promise<EventsOf>>();
  const reached = new Map<string, Promise<Uint32Array>>();
  const said = new Set<ChannelId>();
  const shared = new WeakMap<Claim, Map<string, Message[]>>();

  return async (claim: Claim, ids: Uint32Array): Promise<Worded> => {
    const addresses = await store.addresses(ids);
    const wishes = await store.wishes(ids);
    const eventsOf = await once(told, claim, () => eventsIn(claim));
    const words = once(shared, claim, () => new Map<string, Message[]>());
    const worded: Worded = { deliveries: [], later: new Map(), unwanted: [] };
    for (const [id, theirs] of wishes) {
      const events = eventsOf(id);
      if (events.length === 0) continue;
      const because = await reasonsFor(id, events, theirs);
      const address = addresses.get(id);
      const wakes = quietUntil(now(), theirs.quiet);
      if (because.length === 0) worded.unwanted.push(id);
      else if (!address) worded.later.set(id, damaged(id));
      else if (wakes) worded.later.set(id, wakes);
      else {
        const { generation, ...to } = address;
        const same = because.map(([event, reason]) => `${event.id} ${Object.values(reason).join(' ')}`).join('\n');
        const messages = words.get(same) ?? because.map(([event, reason]) => messageOf(event, reason));
        words.set(same, messages);
        const { lane, notBefore, event } = claim;
        // Of a digest, what this reader is told in it: the rest may be worth telling for days longer.
        const expiresAt = new Date(Math.max(...messages.map((each) => each.expiresAt.getTime())));
        const digest = claim.as === 'digest' ? event.id : undefined;
        worded.deliveries.push({ id, generation, lane, to, messages, digest, notBefore, expiresAt });
      }
    }
    return worded;
  };

  async function reasonsFor(id: ChannelId, events: AlertEvent[], wishes: Wishes) {
    const reasons: [AlertEvent, Because][] = [];
    for (const event of events) {
      const reason = becauseOf(event, wishes) ?? ((await wasTold(event, id)) ? { by: 'told' as const } : null);
      if (reason) reasons.push([event, reason]);
    }
    return reasons;
  }

  /** Asked of the store once an event: it only matters whether they had been told before it was written down. */
  async function wasTold({ id: event, kind, noticeId }: AlertEvent, id: ChannelId) {
    if (!ofWhatWasTold.has(kind)) return false;
    let ids = reached.get(event);
    if (!ids) {
      reached.set(event, (ids = store.told(noticeId, event)));
      ids.catch(() => reached.delete(event));
      if (reached.size > mostReached) reached.delete(reached.keys().next().value!);
    }
    return (await ids).includes(id);
  }

  function damaged(id: ChannelId) {
    sayOf(id);
    return new Date(now().getTime() + damagedFor);
  }

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

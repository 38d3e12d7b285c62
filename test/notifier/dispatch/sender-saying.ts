import { once } from 'node:events';
import type { ChannelId } from '../../../db/subscribers/subscribers.ts';
import type { Delivery, Outcome, Sender } from '../../../notifier/senders/sender.ts';

/** A sender that answers what a test says. `nth` counts from 1 how often this channel was sent something. */
export function senderSaying(
  says: (delivery: Delivery, nth: number) => Outcome | Promise<Outcome> = () => ({ is: 'sent' }),
) {
  const got: { id: ChannelId; event: string }[] = [];
  const times = new Map<ChannelId, number>();
  let closed = false;
  const sender: Sender = {
    async send(deliveries, answer) {
      await Promise.all(
        deliveries.map(async (delivery) => {
          const { id, messages } = delivery;
          if (closed) return answer(id, { is: 'retry', after: null });
          const nth = (times.get(id) ?? 0) + 1;
          times.set(id, nth);
          for (const { event } of messages) got.push({ id, event });
          answer(id, await says(delivery, nth));
        }),
      );
    },
    async close() {
      closed = true;
    },
  };
  return { ...sender, got, isClosed: () => closed };
}

const gates: AbortController[] = [];

/** At the end of a test: nothing is to wait for ever where it went wrong. */
export function openAllGates() {
  for (const each of gates.splice(0)) each.abort();
}

/** Shut until a test opens it, or ends. */
export function gate() {
  const opening = new AbortController();
  const opened = once(opening.signal, 'abort');
  gates.push(opening);
  return { wait: async () => void (await opened), open: () => opening.abort() };
}

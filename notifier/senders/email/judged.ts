import type { Delivery, Outcome, Sender } from '../sender.ts';
import type { Refusals } from './refusals.ts';

/** Milliseconds until somebody is tried again who may not exist, and where a whole provider says so of its readers. */
const again = { refused: 4 * 3_600_000, doubted: 1_800_000 };

/** A sender of mails that ends nobody because of a single answer. */
export function judged(sender: Sender, refusals: Refusals, now: () => Date): Sender {
  return {
    send(deliveries, answer) {
      const all = new Map(deliveries.map((delivery) => [delivery.id, delivery]));
      return sender.send(deliveries, (id, outcome) => answer(id, judge(all.get(id)!, outcome)));
    },
    close: () => sender.close(),
  };

  function judge({ id, generation, to }: Delivery, outcome: Outcome): Outcome {
    if (to.by !== 'email' || (outcome.is !== 'gone' && outcome.is !== 'sent')) return outcome;
    const reader = { id, generation, address: to.address };
    if (outcome.is === 'sent') {
      refusals.taken(reader, now());
      return outcome;
    }
    const verdict = refusals.refused(reader, now());
    if (verdict === 'final') return outcome;
    // What a provider says of all of its readers slows its lane down.
    if (verdict === 'doubted') return { is: 'retry', after: new Date(now().getTime() + again.doubted) };
    return { is: 'retry', after: new Date(now().getTime() + again.refused), alone: true };
  }
}

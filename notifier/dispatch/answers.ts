import type { ChannelId, Claim, Ledger, Settlement } from '../../db/subscribers/subscribers.ts';
import type { Outcome } from '../senders/sender.ts';

/** Answers of senders, kept until they are written down together: one commit for many. */
export type Answers = {
  /** Notes what came of one message. */
  note(claim: Claim, id: ChannelId, outcome: Outcome): void;
  /** Notes that somebody does not want it any more. */
  drop(claim: Claim, id: ChannelId): void;
  /** Hands what is left of a chunk back, not before `at`. */
  handBack(claim: Claim, at: Date): void;
  /** Writes down what there is. @returns the chunks that somebody else has taken over. */
  write(at: Date): Promise<number[]>;
};

export function answersFor(ledger: Ledger): Answers {
  let open = new Map<number, Settlement>();
  const of = ({ chunk, fence }: Claim) => {
    let settlement = open.get(chunk);
    if (!settlement)
      open.set(chunk, (settlement = { chunk, fence, sent: [], ambiguous: [], gone: [], dropped: [], againAt: null }));
    return settlement;
  };
  return {
    note(claim, id, outcome) {
      const settlement = of(claim);
      if (outcome.is === 'sent') settlement.sent.push(id);
      else if (outcome.is === 'ambiguous') settlement.ambiguous.push(id);
      else if (outcome.is === 'gone') settlement.gone.push({ id, reason: outcome.reason });
    },
    drop: (claim, id) => void of(claim).dropped.push(id),
    handBack(claim, at) {
      of(claim).againAt = at;
    },
    async write(at) {
      const batch = open;
      if (batch.size === 0) return [];
      open = new Map();
      try {
        return await ledger.settle([...batch.values()], at);
      } catch (error) {
        // The disk is full, or the file is held: nothing of it is lost, it goes with the next attempt.
        for (const later of open.values()) join(batch, later);
        open = batch;
        throw error;
      }
    },
  };
}

function join(into: Map<number, Settlement>, later: Settlement) {
  const earlier = into.get(later.chunk);
  if (!earlier || earlier.fence !== later.fence) return void into.set(later.chunk, later);
  earlier.sent.push(...later.sent);
  earlier.ambiguous.push(...later.ambiguous);
  earlier.gone.push(...later.gone);
  earlier.dropped.push(...later.dropped);
  earlier.againAt = later.againAt;
}

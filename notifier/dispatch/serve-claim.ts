import { setTimeout as sleep } from 'node:timers/promises';
import type { ChannelId, Claim } from '../../db/subscribers/subscribers.ts';
import type { Delivery, Outcome, Sender } from '../senders/sender.ts';
import type { Answers } from './answers.ts';
import type { Pace } from '../senders/rates/pace.ts';

export type Serving = {
  senders: Record<'email' | 'push', Sender>;
  answers: Answers;
  pace: Pace;
  /** What each of these channels is sent of a claim: messages in their own words. */
  deliveriesOf: (claim: Claim, ids: Uint32Array) => Promise<Delivery[]>;
  now: () => Date;
  signal: AbortSignal;
  /** Messages of which nobody knows whether they were taken, `chunk id`: each is tried once more, not before this instant (ms). */
  doubts: Map<string, number>;
  /** Told of each answer: figures, and channels that are gone. */
  heard: (claim: Claim, id: ChannelId, outcome: Outcome) => void;
};

/** Messages that a claim has on the way at once. */
const most = 1_000;
/** Milliseconds. */
const patience = { retry: 30_000, doubt: 600_000, early: 1_000, pace: 20 };

/**
 * Sends what a claim asks for as fast as its lane allows, and hands back what is left when the lane shuts, when the notifier
 * stops, or when something has to be tried again later.
 */
export async function serveClaim(claim: Claim, serving: Serving) {
  const { answers, pace, signal, now } = serving;
  let again = Number.POSITIVE_INFINITY;
  let shut = false;
  const hear = (id: ChannelId, said: Outcome) => {
    const outcome = doubted(serving.doubts, claim, id, said, now());
    answers.note(claim, id, outcome);
    pace.tell(claim.lane, outcome);
    serving.heard(claim, id, outcome);
    again = Math.min(again, againAt(outcome, now()));
    shut ||= outcome.is === 'paused';
  };
  try {
    for (let at = 0; at < claim.ids.length;) {
      if (signal.aborted || shut) break;
      const granted = pace.grant(claim.lane, Math.min(most, claim.ids.length - at));
      if (granted === 0) {
        if (pace.shut(now()).has(claim.lane)) break;
        await sleep(patience.pace, undefined, { signal }).catch(() => {});
        continue;
      }
      const deliveries = await serving.deliveriesOf(claim, claim.ids.subarray(at, at + granted));
      at += granted;
      // Who has left, or has nothing in a digest any more, takes no place of the lane.
      for (let i = deliveries.length; i < granted; i++) pace.tell(claim.lane, { is: 'kept back', why: 'left' });
      const ready = deliveries.filter(({ id }) => {
        const until = serving.doubts.get(nameOf(claim, id)) ?? 0;
        if (until <= now().getTime()) return true;
        again = Math.min(again, until);
        pace.tell(claim.lane, { is: 'kept back', why: 'early' });
        return false;
      });
      for (const [by, sender] of Object.entries(serving.senders)) {
        const theirs = ready.filter(({ to }) => to.by === by);
        if (theirs.length > 0) await sender.send(theirs, hear);
      }
    }
  } finally {
    // Who had no answer that is final is in the chunk still.
    answers.handBack(claim, new Date(again === Number.POSITIVE_INFINITY ? now() : again));
  }
}

/**
 * A mail that may have been taken goes once more, with the same Message-ID, which many servers know again; a second doubt counts as
 * taken: better twice than never.
 */
function doubted(doubts: Serving['doubts'], claim: Claim, id: ChannelId, outcome: Outcome, now: Date): Outcome {
  const name = nameOf(claim, id);
  if (outcome.is !== 'ambiguous') return outcome;
  if (doubts.delete(name)) return outcome;
  const after = now.getTime() + patience.doubt;
  doubts.set(name, after);
  return { is: 'retry', after: new Date(after) };
}

function nameOf({ chunk }: Claim, id: ChannelId) {
  return `${chunk} ${id}`;
}

/**
 * When somebody without a final answer is served again, epoch milliseconds. The earliest of a chunk counts: senders answer those who
 * must wait longer without asking anybody.
 */
function againAt(outcome: Outcome, now: Date) {
  if (outcome.is === 'retry') return outcome.after?.getTime() ?? now.getTime() + patience.retry;
  if (outcome.is === 'paused') return outcome.until.getTime();
  if (outcome.is === 'kept back') return now.getTime() + patience.early;
  return Number.POSITIVE_INFINITY;
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { ChannelId, Claim } from '../../db/subscribers/subscribers.ts';
import type { Outcome, Sender } from '../senders/sender.ts';
import type { Answers } from './answers.ts';
import type { Pace } from '../senders/rates/pace.ts';
import type { Worded } from './deliveries-of.ts';
import { goesFirst } from './goes-first.ts';
import type { Waiting } from './waiting.ts';

export type Serving = {
  senders: Record<'email' | 'push', Sender>;
  answers: Answers;
  pace: Pace;
  waiting: Waiting;
  /** Claims that wait for places of their lane. */
  inLine: Set<Claim>;
  /** What each of these channels is sent of a claim: messages in their own words. */
  deliveriesOf: (claim: Claim, ids: Uint32Array) => Promise<Worded>;
  now: () => Date;
  /** False: nothing more is to go out now, and what is on the way ends. */
  goesOn: () => boolean;
  /**
   * Milliseconds that a chunk is served at one go: in a slow lane, what is urgent need not wait until a thousand have been told something
   * else, and what is taken back goes no further.
   */
  turn: number;
  signal: AbortSignal;
  /** Told of each answer as the sender gave it: figures, and channels that are gone. */
  heard: (claim: Claim, id: ChannelId, outcome: Outcome) => void;
};

/** Messages that a claim has on the way at once. */
const most = 1_000;
/** Milliseconds. */
const patience = { early: 1_000, trouble: 5_000, pace: 20, look: 3_600_000 };
/** Whatever becomes of the clock. */
const atOnce = 0;

/**
 * Sends what a claim asks for as fast as its lane allows, and hands back what is left when its turn is over, when the lane shuts, when the
 * notifier stops, or when something has to be tried again later.
 */
export async function serveClaim(claim: Claim, serving: Serving) {
  const { answers, pace, waiting, inLine, signal, now } = serving;
  const { lane } = claim;
  const begun = performance.now();
  let again = Number.POSITIVE_INFINITY;
  let shut = false;
  /** Places of the lane that were granted and nothing was told of. */
  let granted = 0;
  const hear = (id: ChannelId, said: Outcome) => {
    const outcome = waiting.heard(claim, id, said, now());
    answers.note(claim, id, outcome);
    pace.tell(lane, said);
    granted -= 1;
    serving.heard(claim, id, said);
    // Who could not be tried because it stops need not wait when it starts again.
    const stopped = signal.aborted && said.is === 'retry' && said.after === null;
    again = Math.min(again, stopped ? atOnce : againAt(outcome, now()));
    shut ||= outcome.is === 'paused';
  };
  const putOff = (id: ChannelId, until: Date) => {
    const after = new Date(Math.min(until.getTime(), now().getTime() + patience.look));
    waiting.heard(claim, id, { is: 'retry', after }, now());
    again = Math.min(again, after.getTime());
  };
  const hasItsTurn = () => !shut && serving.goesOn() && performance.now() - begun < serving.turn;
  const giveBack = () => {
    for (; granted > 0; granted--) pace.tell(lane, { is: 'kept back', why: 'left' });
  };
  const ids = claim.ids.filter((id) => {
    const until = waiting.until(claim, id, now());
    if (until > 0) again = Math.min(again, until);
    return until === 0;
  });
  let at = 0;
  try {
    while (at < ids.length && hasItsTurn()) {
      inLine.add(claim);
      granted = goesFirst(claim, inLine) ? pace.grant(lane, Math.min(most, ids.length - at)) : 0;
      if (granted === 0) {
        if (pace.shut(now()).has(lane)) break;
        await sleep(patience.pace, undefined, { signal }).catch(() => {});
        continue;
      }
      inLine.delete(claim);
      const some = ids.subarray(at, at + granted);
      at += granted;
      const { deliveries, later, unwanted } = await serving.deliveriesOf(claim, some);
      for (const id of unwanted) answers.drop(claim, id);
      for (const [id, until] of later) putOff(id, until);
      for (const [by, sender] of Object.entries(serving.senders)) {
        const theirs = deliveries.filter(({ to }) => to.by === by);
        if (theirs.length > 0) await sender.send(theirs, hear);
      }
      // Who has left, is put off, or has nothing in a digest any more: the next claim is without them.
      giveBack();
    }
    if (at < ids.length || again === Number.POSITIVE_INFINITY) again = atOnce;
  } catch (error) {
    again = now().getTime() + patience.trouble;
    throw error;
  } finally {
    inLine.delete(claim);
    giveBack();
    // Who had no answer that is final is in the chunk still.
    answers.handBack(claim, new Date(again));
  }
}

/**
 * When somebody without a final answer is served again, epoch milliseconds. The earliest of a chunk counts: those who must wait longer
 * are left out when it comes.
 */
function againAt(outcome: Outcome, now: Date) {
  if (outcome.is === 'retry') return outcome.after!.getTime();
  if (outcome.is === 'paused') return outcome.until.getTime();
  if (outcome.is === 'kept back') return now.getTime() + patience.early;
  return Number.POSITIVE_INFINITY;
}

import type { ChannelId, Claim } from '../../db/subscribers/subscribers.ts';
import { isAhead } from '../is-ahead.ts';
import type { Outcome } from '../senders/sender.ts';

/**
 * Who must wait longer than the rest of their chunk: their server said when to come again, or nobody knows whether it took the mail.
 * In memory alone: a notifier that starts anew asks them once more.
 */
export type Waiting = {
  /** Until when, epoch milliseconds; 0: they can be served now. */
  until(claim: Claim, id: ChannelId, now: Date): number;
  /**
   * Notes what came of a message. @returns what follows: a mail that may have been taken goes once more, with the same Message-ID, which
   * many servers know again; a second doubt counts as taken: better twice than never.
   */
  heard(claim: Claim, id: ChannelId, outcome: Outcome, now: Date): Outcome;
};

/** Milliseconds. `longest`: more than any sender asks for; a clock that was set back by days does not make anybody wait for days. */
const patience = { retry: 30_000, doubt: 600_000, longest: 5 * 3_600_000 };

type OfChunk = { expiresAt: number; until: Map<ChannelId, number>; doubted: Set<ChannelId> };

export function waitingOf(): Waiting {
  const chunks = new Map<number, OfChunk>();
  return {
    until({ chunk }, id, now) {
      const until = chunks.get(chunk)?.until.get(id) ?? 0;
      return isAhead(until, now.getTime(), patience.longest) ? until : 0;
    },
    heard(claim, id, outcome, now) {
      const isDoubt = outcome.is === 'ambiguous' && !chunks.get(claim.chunk)?.doubted.has(id);
      if (outcome.is === 'paused' || outcome.is === 'kept back') return outcome;
      if (outcome.is !== 'retry' && !isDoubt) {
        forget(claim, id);
        return outcome;
      }
      const asked = outcome.is === 'retry' ? outcome.after?.getTime() : now.getTime() + patience.doubt;
      const until = asked ?? now.getTime() + patience.retry;
      const those = of(claim, now);
      those.until.set(id, until);
      if (isDoubt) those.doubted.add(id);
      return { is: 'retry', after: new Date(until) };
    },
  };

  function of({ chunk, event }: Claim, now: Date) {
    const known = chunks.get(chunk);
    if (known) return known;
    for (const [each, { expiresAt }] of chunks) if (expiresAt <= now.getTime()) chunks.delete(each);
    const made: OfChunk = { expiresAt: event.expiresAt.getTime(), until: new Map(), doubted: new Set() };
    chunks.set(chunk, made);
    return made;
  }

  function forget({ chunk }: Claim, id: ChannelId) {
    const those = chunks.get(chunk);
    those?.until.delete(id);
    those?.doubted.delete(id);
    if (those?.until.size === 0) chunks.delete(chunk);
  }
}

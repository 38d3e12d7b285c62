import { createHash } from 'node:crypto';
import type { Fault } from './fault.ts';

/** A feed of which nothing is taken until it says something else, or an operator decides. */
export type Hold = {
  /** Names what is held, so that a decision is about nothing else. */
  id: string;
  /** A sentence for the operator, without the texts that are at fault. */
  reason: string;
  faults: Fault[];
};

/** What is said of a hold. */
export type Held = Pick<Hold, 'id' | 'reason'>;

/** What an operator decides about a hold: to take all as it is, or to leave out what is at fault. */
export type Release = { hold: string; how: 'send' | 'skip' };

export function malformed(path: string, what: string): Hold {
  return {
    id: idOf(path, what),
    reason: `${path} is held: ${what} Mend the site; nothing of the feed is told until then.`,
    faults: [],
  };
}

export function absurd(path: string, faults: Fault[]): Hold {
  const id = idOf(path, JSON.stringify(faults));
  const what = faults.map(
    ({ words, notices }) => `${words} (${notices.slice(0, 3).join(', ')}${notices.length > 3 ? ', …' : ''})`,
  );
  const ways = faults.every(({ canBeSent }) => canBeSent) ? 'as "send" or "skip"' : 'as "skip"';
  return {
    id,
    reason: `${path} is held: ${what.join('; ')}. Look at it, then mend the site or release hold ${id} ${ways}.`,
    faults,
  };
}

/** True where the operator has decided about this hold in a way that it allows. */
export function isReleased({ id, faults }: Hold, release: Release | undefined) {
  if (release?.hold !== id || faults.length === 0) return false;
  return release.how === 'skip' || faults.every(({ canBeSent }) => canBeSent);
}

function idOf(...parts: string[]) {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 8);
}

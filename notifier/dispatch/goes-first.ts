import { urgencyOf, urgencyOfDigest } from '../../db/subscribers/ledger/urgency.ts';
import type { Claim } from '../../db/subscribers/subscribers.ts';

/** Whether a claim may have the next places of its lane: nothing that is more urgent waits for them. */
export function goesFirst(claim: Claim, waiting: Iterable<Claim>) {
  for (const other of waiting) if (other.lane === claim.lane && urgency(other) < urgency(claim)) return false;
  return true;
}

function urgency({ as, event }: Claim) {
  return as === 'digest' ? urgencyOfDigest : urgencyOf(event.kind);
}

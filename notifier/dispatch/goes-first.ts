import type { Claim } from '../../db/subscribers/subscribers.ts';

/** Whether a claim may have the next places of its lane: nothing that is more urgent waits for them. */
export function goesFirst({ lane, urgency }: Claim, waiting: Iterable<Claim>) {
  for (const other of waiting) if (other.lane === lane && other.urgency < urgency) return false;
  return true;
}

import { laneOf } from '../../db/subscribers/lane-of.ts';
import type { ChannelId } from '../../db/subscribers/subscribers.ts';
import type { WebParts } from './parts.ts';

type Remembering = Pick<WebParts, 'store' | 'matcher' | 'door'>;
type Sending = {
  matcher: Pick<WebParts['matcher'], 'remove'>;
  door: Pick<WebParts['door'], 'leave'>;
  mailer: Pick<WebParts['mailer'], 'leave'>;
};

/** Takes a channel as the store has it now into the memory of those who match and send. */
export async function remember(id: ChannelId, { store, matcher, door }: Remembering) {
  const address = (await store.addresses([id])).get(id);
  // Read last: who leaves meanwhile is seen here, or is taken out right after.
  const receipt = await store.receipt(id);
  if (!address || receipt?.state !== 'confirmed') return;
  matcher.add({ id, lane: laneOf(address), wishes: receipt.wishes });
  door.comeBack(id);
}

/**
 * Lets nothing more go to a channel, whatever is under way or waits: alerts, and what answers somebody by mail. Before the store hears
 * of it: that may take a moment, or fail.
 */
export function shutOut(id: ChannelId, { matcher, door, mailer }: Sending) {
  door.leave(id);
  mailer.leave(id);
  matcher.remove(id);
}

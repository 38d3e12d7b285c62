import { laneOf } from '../../db/subscribers/lane-of.ts';
import type { ChannelId } from '../../db/subscribers/subscribers.ts';
import type { WebParts } from './parts.ts';

type Remembering = Pick<WebParts, 'store' | 'matcher' | 'door'>;

/** Takes a channel as the store has it now into the memory of those who match and send. */
export async function remember(id: ChannelId, { store, matcher, door }: Remembering) {
  const address = (await store.addresses([id])).get(id);
  // Read last: who leaves meanwhile is seen here, or is taken out right after.
  const receipt = await store.receipt(id);
  if (!address || receipt?.state !== 'confirmed') return;
  matcher.add({ id, lane: laneOf(address), wishes: receipt.wishes });
  door.comeBack(id);
}

/** Lets nothing more go to a channel, whatever is under way. Before the store hears of it: that may take a moment, or fail. */
export function shutOut(id: ChannelId, { matcher, door }: Remembering) {
  door.leave(id);
  matcher.remove(id);
}

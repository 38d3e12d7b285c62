import type { EndedReason } from '../channel.ts';
import type { Store } from '../store.ts';
import type { ChannelId } from '../subscribers.ts';
import { endChannel, saysNever } from './end-channel.ts';
import { channelById } from './state-of.ts';

export async function end(store: Store, id: ChannelId, reason: EndedReason, at: Date) {
  const channel = channelById(store, id);
  if (!channel || channel.state === 'ended') return false;
  const never = channel.by === 'email' && saysNever.has(reason);
  // First where a backup cannot undo it. A device that is gone would show that again by itself.
  if (never || reason === 'unsubscribed')
    store.forgotten.add({
      lookup: channel.lookup.toString('base64url'),
      at: at.toISOString(),
      is: never ? 'suppressed' : 'left',
    });
  return store.write(() => {
    const now = channelById(store, id);
    return now ? endChannel(store, now, reason, at) : false;
  });
}

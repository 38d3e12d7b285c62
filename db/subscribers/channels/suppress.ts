import type { EndedReason } from '../channel.ts';
import { lookupOf } from '../lookup-of.ts';
import type { Store } from '../store.ts';
import { endChannel } from './end-channel.ts';
import { channelByLookup } from './state-of.ts';
import { addSuppression } from './suppression.ts';

export async function suppress(store: Store, email: string, reason: EndedReason, at: Date) {
  const lookup = lookupOf(store.keyring, { email });
  store.forgotten.add({ lookup: lookup.toString('base64url'), at: at.toISOString(), is: 'suppressed' });
  await store.write(() => {
    addSuppression(store, lookup, reason, at);
    const channel = channelByLookup(store, lookup);
    if (channel) endChannel(store, channel, reason, at);
  });
}

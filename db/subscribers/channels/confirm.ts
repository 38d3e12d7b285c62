import type { Store } from '../store.ts';
import type { ChannelId, Consent } from '../subscribers.ts';
import { addConsent } from './add-consent.ts';
import { channelById } from './state-of.ts';

export function confirm(store: Store, id: ChannelId, generation: number, consent: Consent) {
  return store.write(() => {
    const channel = channelById(store, id);
    if (!channel || channel.generation !== generation || channel.state === 'ended') return 'unknown';
    if (channel.state === 'confirmed') return 'already';
    store.sql.run(
      "UPDATE channels SET state = 'confirmed', confirmed_at = ?, since = (SELECT coalesce(max(seq), 0) FROM events) WHERE id = ?",
      consent.at.getTime(),
      id,
    );
    addConsent(store, id, 'confirmed', consent);
    return 'confirmed';
  });
}

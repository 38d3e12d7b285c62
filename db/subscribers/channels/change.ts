import type { Store } from '../store.ts';
import type { ChannelId, Consent } from '../subscribers.ts';
import type { Wishes } from '../wishes.ts';
import { addConsent } from './add-consent.ts';
import { channelById } from './state-of.ts';
import { setWishes } from './wishes-of.ts';

export function change(store: Store, id: ChannelId, wishes: Wishes, consent: Consent) {
  return store.write(() => {
    if (channelById(store, id)?.state !== 'confirmed') return false;
    setWishes(store, id, wishes);
    addConsent(store, id, 'changed', consent);
    return true;
  });
}

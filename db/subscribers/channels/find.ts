import { lookupOf } from '../lookup-of.ts';
import type { Store } from '../store.ts';
import { channelByLookup } from './state-of.ts';

export function find(store: Store, address: { email: string } | { endpoint: string }) {
  return channelByLookup(store, lookupOf(store.keyring, address))?.id ?? null;
}

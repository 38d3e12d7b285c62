import { lookupOf } from '../lookup-of.ts';
import type { Store } from '../store.ts';
import { isSuppressed, liftSuppression } from './suppression.ts';

export async function unsuppress(store: Store, email: string, at: Date) {
  const lookup = lookupOf(store.keyring, { email });
  if (!isSuppressed(store, lookup)) return false;
  // First where a backup cannot undo it.
  store.forgotten.add({ lookup: lookup.toString('base64url'), at: at.toISOString(), is: 'unsuppressed' });
  return store.write(() => liftSuppression(store, lookup));
}

import { onTestFinished } from 'vitest';
import { openKeyring } from '../../../db/subscribers/keyring.ts';
import { openSubscribers } from '../../../db/subscribers/open.ts';
import { freshFolder } from '../../fresh.ts';
import { at } from './examples.ts';

/** An empty store for a test, closed when it ends. */
export function freshStore(dataDir = freshFolder()) {
  const keyring = openKeyring(dataDir, at());
  const store = openSubscribers(dataDir, 'a test', keyring);
  let open = true;
  const close = async () => {
    if (open) await store.close();
    open = false;
  };
  onTestFinished(close);
  return { dataDir, keyring, store: { ...store, close } };
}

import { onTestFinished } from 'vitest';
import { kinds } from '../../../db/kinds.ts';
import { openKeyring } from '../../../db/subscribers/keyring.ts';
import { openSubscribers } from '../../../db/subscribers/open.ts';
import type { Subscribers } from '../../../db/subscribers/subscribers.ts';
import { moments, type Wishes } from '../../../db/subscribers/wishes.ts';
import { freshFolder } from '../../fresh.ts';
import { consent, pushAddress } from './serve.ts';

/** The wishes of somebody who wants everything at once, and what is said otherwise. */
export function wishing(more: Partial<Wishes> = {}): Wishes {
  return {
    places: ['all'],
    kinds: [...kinds],
    notices: [],
    moments: [...moments],
    digestAt: null,
    quiet: null,
    ...more,
  };
}

/** An empty store for a test. */
export function freshStore(folder = freshFolder()) {
  const store = openSubscribers(folder, 'a test', openKeyring(folder, consent.at));
  onTestFinished(() => store.close());
  return store;
}

/** A browser that is subscribed; `nth` tells it from others. @returns its channel's id. */
export async function person(store: Subscribers, nth: number, wishes: Wishes) {
  const { id } = await store.join(pushAddress(nth), wishes, consent);
  return id;
}

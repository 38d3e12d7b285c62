import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { agreedWords } from '../../../db/alert-pages.ts';
import { openKeyring } from '../../../db/subscribers/keyring.ts';
import { openSubscribers } from '../../../db/subscribers/open.ts';
import { openVapidKeys } from '../../../notifier/keys/vapid.ts';
import { wishing } from '../../notifier/match/people.ts';
import type { startPushService } from '../../stand-ins/push-service.ts';
import { firstSight, ids } from '../notices.ts';

/** Who is there from the beginning, by the number of their channel from 1 up. */
export const addresses = ['reader@example.kr', 'digest@example.kr'] as const;

/** Keys of a notifier, made once: worlds with the same keys have the same tokens and hashes. */
export function makeKeys(folder: string) {
  openKeyring(folder, firstSight);
  openVapidKeys(folder, firstSight);
}

/** Gives a DATA_DIR these keys, and people: two addresses, one of them with a digest at eight, and two browsers, one that is quiet then. */
export async function settleIn(dataDir: string, keys: string, push: Awaited<ReturnType<typeof startPushService>>) {
  mkdirSync(join(dataDir, 'keys'), { recursive: true, mode: 0o700 });
  cpSync(join(keys, 'keys'), join(dataDir, 'keys'), { recursive: true });
  const store = openSubscribers(dataDir, 'a test', openKeyring(dataDir, firstSight));
  const vapidKey = openVapidKeys(dataDir, firstSight).newest().id;
  const consent = { at: firstSight, words: agreedWords, from: null };
  for (const address of addresses) {
    const wishes = wishing(address.startsWith('digest') ? { digestAt: 20 } : {});
    const { id, generation } = await store.join({ by: 'email', address }, wishes, consent);
    await store.confirm(id, generation, consent);
  }
  const quiet = wishing({ places: [], kinds: [], notices: [ids.due], quiet: { from: 19, to: 20 } });
  for (const [nth, wishes] of [wishing(), quiet].entries()) {
    const { endpoint, keys: of } = push.subscription(nth + 1);
    await store.join({ by: 'push', endpoint, ...of, vapidKey }, wishes, consent);
  }
  await store.close();
}

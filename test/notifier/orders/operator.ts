import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openKeyring } from '../../../db/subscribers/keyring.ts';
import { openSubscribers } from '../../../db/subscribers/open.ts';
import { openDoor } from '../../../notifier/door.ts';
import type { Release } from '../../../notifier/feed/hold.ts';
import { openVapidKeys } from '../../../notifier/keys/vapid.ts';
import { openOrders } from '../../../notifier/orders/open-orders.ts';
import { senderBy } from '../../../notifier/senders/email/sender-by.ts';
import { filePost } from '../../../notifier/senders/file/file-post.ts';
import { paceOf } from '../../../notifier/senders/rates/pace.ts';
import { testSender } from '../../../notifier/test-alert.ts';
import { tokensOf } from '../../../notifier/tokens.ts';
import { freshFolder } from '../../fresh.ts';
import { wishing } from '../match/people.ts';
import { movedClock } from '../moved-clock.ts';

/** A notifier that takes orders in `dataDir`, and does nothing else. */
export async function takingOrders(dataDir = freshFolder()) {
  const clock = movedClock();
  const keyring = openKeyring(dataDir, clock.now());
  const vapid = openVapidKeys(dataDir, clock.now());
  const store = openSubscribers(dataDir, 'a test', keyring);
  const door = openDoor(clock);
  const tokens = tokensOf(keyring.tokenKey, clock);
  const released: Release[] = [];
  const wrong = { why: null as string | null };
  const options = { from: 'alerts@lighthouse.example.kr', siteUrl: 'https://lighthouse.example.kr', tokens, door };
  const email = senderBy(filePost(join(dataDir, 'mail'), clock), options);
  const orders = await openOrders(dataDir, {
    store,
    keyring,
    vapid,
    clock,
    leave: (id) => door.leave(id),
    sendTest: testSender(store, { email, push: email }, clock),
    telling: {
      release: (release) => release.hold !== 'changed' && released.push(release) > 0,
      wrong: () => wrong.why,
    },
    pace: paceOf({ clock }),
  });
  onTestFinished(async () => {
    orders.close();
    await email.close();
    await store.close();
  });
  return {
    dataDir,
    store,
    clock,
    keyring,
    vapid,
    door,
    orders,
    released,
    wrong,
    /** Somebody who asked, and, unless told otherwise, has said yes. */
    reader: async (address: string, yes = true) => {
      const agreed = { at: clock.now(), words: '1', from: null };
      const { id, generation } = await store.join({ by: 'email', address }, wishing(), agreed);
      if (yes) await store.confirm(id, generation, agreed);
      return id;
    },
  };
}

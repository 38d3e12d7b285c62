import { kinds } from '../../../db/kinds.ts';
import type { AlertEvent } from '../../../db/subscribers/alert-event.ts';
import { openKeyring } from '../../../db/subscribers/keyring.ts';
import { openSubscribers } from '../../../db/subscribers/open.ts';
import type { Wishes } from '../../../db/subscribers/wishes.ts';
import { openVapidKeys } from '../../../notifier/keys/vapid.ts';
import { matcherOf } from '../../../notifier/match/matcher.ts';

const wishes: Wishes = {
  places: ['all'],
  kinds: [...kinds],
  notices: [],
  moments: ['notice'],
  digestAt: null,
  quiet: null,
};

export const mailOf = (number: number) => `reader.${number}@example.kr`;

/**
 * Lets so many push and e-mail channels join a new store, and writes one event down that all of them are told of, not before an
 * instant.
 * @param subscription what the browser of a number says.
 * @returns channel and generation by e-mail number: for links to unsubscribe.
 */
export async function gatherCrowd(
  dataDir: string,
  crowd: { pushes: number; mails: number; at: Date; notBefore: Date },
  subscription: (number: number) => { endpoint: string; keys: { p256dh: string; auth: string } },
) {
  const { pushes, mails, at, notBefore } = crowd;
  const consent = { at, words: '2026-11', from: null };
  const store = openSubscribers(dataDir, 'npm run drill -- kill', openKeyring(dataDir, at));
  const vapidKey = openVapidKeys(dataDir, at).newest().id;
  const named = new Map<number, { id: number; generation: number }>();
  try {
    const joins = [
      ...Array.from({ length: pushes }, (_, i) => async () => {
        const { endpoint, keys } = subscription(i);
        await store.join({ by: 'push', endpoint, ...keys, vapidKey }, wishes, consent);
      }),
      ...Array.from({ length: mails }, (_, i) => async () => {
        const { id, generation } = await store.join({ by: 'email', address: mailOf(i) }, wishes, consent);
        await store.confirm(id, generation, consent);
        named.set(i, { id, generation });
      }),
    ];
    for (let from = 0; from < joins.length; from += 5_000)
      await Promise.all(joins.slice(from, from + 5_000).map((join) => join()));
    const event: AlertEvent = {
      id: 'notice-2026009999-0',
      kind: 'notice',
      noticeId: '2026009999',
      noticeName: '등대마을 첫째 단지',
      noticeKind: 'apt',
      sido: '11',
      sigungu: '11680',
      path: '/notices/2026009999/',
      notBefore,
      expiresAt: new Date(notBefore.getTime() + 3 * 86_400_000),
    };
    const matcher = await matcherOf(store);
    await store.record(event, matcher.portionsOf(event, at), at);
  } finally {
    await store.close();
  }
  return named;
}

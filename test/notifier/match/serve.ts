import type { Subscribers } from '../../../db/subscribers/subscribers.ts';

export const consent = { at: new Date('2026-01-01T00:00:00+09:00'), words: '1', from: null };

/** The address of a browser; `nth` tells it from others. */
export function pushAddress(nth: number) {
  const host = ['push.example.com', 'push.example.kr'][nth % 2]!;
  return { by: 'push' as const, endpoint: `https://${host}/${nth}`, p256dh: 'BA', auth: 'AA', vapidKey: '1' };
}

/** What a claim would have sent: an event, or the events that a digest tells. */
type Served = { event: string; digest: string | null; ids: number[] };

/** Sends all that is due to nobody, and settles it as sent, in the order in which it was claimed. */
export async function serve(store: Subscribers, now: Date) {
  const served: Served[] = [];
  const leaseUntil = new Date(now.getTime() + 60_000);
  for (;;) {
    const claims = await store.claim({ now, shut: new Set(), most: 64, leaseUntil });
    if (claims.length === 0) return served;
    for (const { chunk, as, event, ids } of claims) {
      if (as === 'itself') served.push({ event: event.id, digest: null, ids: [...ids] });
      // Who has left since the parts were put together is in the claim no more.
      const there = new Set(ids);
      if (as === 'digest')
        for (const part of await store.digestParts(chunk, now))
          served.push({ event: part.event.id, digest: event.id, ids: [...part.ids].filter((id) => there.has(id)) });
    }
    await store.settle(
      claims.map(({ chunk, fence, ids }) => ({
        chunk,
        fence,
        sent: [...ids],
        ambiguous: [],
        gone: [],
        dropped: [],
        againAt: null,
      })),
      now,
    );
  }
}

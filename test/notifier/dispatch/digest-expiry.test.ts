import { expect, test } from 'vitest';
import { deliveriesFrom } from '../../../notifier/dispatch/deliveries-of.ts';
import { at, claimAll, consent, day, event, hour, portion, push, wishes } from '../../db/subscribers/examples.ts';
import { freshStore } from '../../db/subscribers/fresh-store.ts';

test('what a reader is told in a digest says until when it is of use to them, not what others are told in it', async () => {
  const { store } = freshStore();
  const wanting = { ...wishes, places: ['11'], moments: ['closes-today' as const, 'notice' as const], quiet: null };
  const closing = (await store.join(push('closing'), wanting, consent())).id;
  const both = (await store.join(push('both'), wanting, consent())).id;
  const waits = { as: 'digest', notBefore: at(hour) } as const;
  const today = { kind: 'closes-today', expiresAt: at(8 * hour) } as const;
  await store.record(event('closes-today-1', today), [portion([closing, both], waits)], at());
  const news = { kind: 'notice', expiresAt: at(3 * day) } as const;
  await store.record(event('notice-1', news), [portion([both], waits)], at());
  const words = deliveriesFrom(store, () => at(hour), expect.unreachable);
  const until = new Map<number, Date>();
  for (const claim of await claimAll(store, hour))
    for (const { id, expiresAt } of (await words(claim, claim.ids)).deliveries) until.set(id, expiresAt);
  expect(until).toEqual(
    new Map([
      [closing, at(8 * hour)],
      [both, at(3 * day)],
    ]),
  );
});

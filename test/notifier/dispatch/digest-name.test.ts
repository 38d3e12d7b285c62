import { expect, test } from 'vitest';
import { deliveriesFrom } from '../../../notifier/dispatch/deliveries-of.ts';
import { at, claimAll, consent, event, hour, portion, push, wishes } from '../../db/subscribers/examples.ts';
import { freshStore } from '../../db/subscribers/fresh-store.ts';

test('a digest keeps its name when some of it has expired before it is sent once more; a single alert has none', async () => {
  const { store } = freshStore();
  const { id } = await store.join(push('device'), { ...wishes, places: ['all'], quiet: null }, consent());
  const kind = 'closes-today';
  await store.record(event('short', { kind, expiresAt: at(hour) }), [portion([id], { as: 'digest' })], at());
  await store.record(event('long', { kind }), [portion([id], { as: 'digest' })], at());
  await store.record(event('single', { kind }), [portion([id])], at());
  let now = at();
  const claims = Object.groupBy(await claimAll(store), (claim) => claim.as);
  const told = async (as: 'digest' | 'itself') => {
    // As after a crash: nothing is known of what was worded before.
    const [claim] = claims[as]!;
    const { deliveries } = await deliveriesFrom(store, () => now, expect.unreachable)(claim!, claim!.ids);
    return deliveries.map(({ digest, messages }) => [digest, messages.length]);
  };
  expect([await told('digest'), await told('itself')]).toEqual([[['digest-2026-11-22-09', 2]], [[undefined, 1]]]);
  now = at(2 * hour);
  expect(await told('digest')).toEqual([['digest-2026-11-22-09', 1]]);
});

import { expect, test } from 'vitest';
import type { Subscribers } from '../../../../db/subscribers/subscribers.ts';
import { at, claimAll, day, event, hour, joined, minute, portion, sentAll, sorted } from '../examples.ts';

export function movesContract(make: () => Promise<Subscribers>) {
  test('what is taken back goes to nobody more, and says whom it had reached', async () => {
    const store = await make();
    const ids = await joined(store, 4);
    await store.record(event('a'), [portion(ids.slice(0, 2)), portion(ids.slice(2), { notBefore: at(hour) })], at());
    const [claim] = await claimAll(store);
    await store.settle([{ ...sentAll(claim!), sent: [ids[0]!], ambiguous: [ids[1]!] }], at());
    expect(await store.move('a', null, at(minute))).toEqual({ told: 2 });
    expect(await claimAll(store, 2 * hour)).toEqual([]);
    expect(await store.move('nothing of that name', null, at())).toEqual({ told: 0 });
  });

  test('what is in hand when its event is taken back is settled, and not given again', async () => {
    const store = await make();
    const ids = await joined(store, 2);
    await store.record(event('a'), [portion(ids)], at());
    const [claim] = await claimAll(store);
    await store.move('a', null, at());
    expect(await store.settle([{ ...sentAll(claim!), sent: [ids[0]!], againAt: at(minute) }], at())).toEqual([]);
    expect(await claimAll(store, hour)).toEqual([]);
    expect([...(await store.told('2026000001'))]).toEqual([ids[0]]);
  });

  test('what is moved goes out at its new time, to those whom it has not reached', async () => {
    const store = await make();
    const ids = await joined(store, 4);
    await store.record(event('a'), [portion(ids)], at());
    const [claim] = await claimAll(store);
    await store.settle([{ ...sentAll(claim!), sent: [ids[0]!], againAt: at() }], at());
    const to = { notBefore: at(3 * day), expiresAt: at(4 * day) };
    expect(await store.move('a', to, at())).toEqual({ told: 1 });
    expect(await claimAll(store, 2 * day)).toEqual([]);
    const [moved] = await claimAll(store, 3 * day);
    expect(sorted(moved!.ids)).toEqual(ids.slice(1));
    expect(moved!.event).toEqual(event('a', to));
  });

  test('who waits for an hour of their own keeps the hour', async () => {
    const store = await make();
    const ids = await joined(store, 1);
    await store.record(event('a'), [portion(ids, { notBefore: at(2 * hour) })], at());
    await store.move('a', { notBefore: at(day + minute), expiresAt: at(9 * day) }, at());
    expect(await claimAll(store, 2 * day + 2 * hour - 1)).toEqual([]);
    expect(await claimAll(store, 2 * day + 2 * hour)).toHaveLength(1);
  });

  test('what was taken back, or had expired, can be told at a new time', async () => {
    const store = await make();
    const ids = await joined(store, 2);
    await store.record(event('back'), [portion(ids)], at());
    await store.record(event('late', { expiresAt: at(minute) }), [portion(ids)], at());
    await store.move('back', null, at());
    expect(await claimAll(store, hour)).toEqual([]);
    for (const id of ['back', 'late']) await store.move(id, { notBefore: at(day), expiresAt: at(2 * day) }, at(hour));
    expect((await claimAll(store, day)).map((claim) => claim.event.id).sort()).toEqual(['back', 'late']);
  });

  test('those whom any event of a notice has reached are known', async () => {
    const store = await make();
    const ids = await joined(store, 5);
    await store.record(event('a'), [portion(ids.slice(0, 3))], at());
    await store.record(event('b', { kind: 'notice' }), [portion(ids.slice(2))], at());
    await store.record(event('c', { noticeId: '2026000002' }), [portion(ids)], at());
    const [a, b] = await claimAll(store, 0);
    await store.settle([{ ...sentAll(a!), sent: [ids[0]!] }], at());
    expect(a!.event.noticeId === '2026000001' || b!.event.noticeId === '2026000001').toBe(true);
    await store.takeOver(at());
    for (const claim of await claimAll(store))
      if (claim.event.id !== 'c') await store.settle([{ ...sentAll(claim), ambiguous: [ids[2]!], sent: [] }], at());
    const told = [...(await store.told('2026000001'))];
    expect(told).toEqual(a!.event.id === 'c' ? [ids[2]] : [ids[0], ids[2]]);
    expect([...(await store.told('2026000009'))]).toEqual([]);
  });
}

import { expect, test } from 'vitest';
import type { Subscribers } from '../../../../db/subscribers/subscribers.ts';
import {
  at,
  claimAll,
  consent,
  day,
  event,
  hour,
  joined,
  minute,
  portion,
  push,
  sentAll,
  sorted,
  wishes,
} from '../examples.ts';

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

  test('who waits for an hour of their own keeps the hour, and waits no longer than they must', async () => {
    const store = await make();
    const ids = await joined(store, 1);
    await store.record(event('a', { expiresAt: at(9 * day) }), [portion(ids, { notBefore: at(5 * hour) })], at());
    const waits = async (to: number, until: number) => {
      await store.move('a', null, at());
      await store.move('a', { notBefore: at(to), expiresAt: at(9 * day) }, at());
      expect(await claimAll(store, until - 1)).toEqual([]);
      const [claim] = await claimAll(store, until);
      expect(claim!.notBefore).toEqual(at(until));
      await store.settle([{ ...sentAll(claim!), sent: [], againAt: at() }], at());
    };
    await waits(hour, 5 * hour);
    await waits(day + hour, day + 5 * hour);
    await waits(day + 6 * hour, 2 * day + 5 * hour);
    await waits(day + 5 * hour - minute, day + 5 * hour);
    await waits(-minute, 5 * hour);
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
    await store.settle([{ ...sentAll(a!), sent: [ids[0]!], againAt: at() }], at());
    expect(a!.event.noticeId === '2026000001' || b!.event.noticeId === '2026000001').toBe(true);
    await store.takeOver(at());
    for (const claim of await claimAll(store))
      if (claim.event.id !== 'c')
        await store.settle([{ ...sentAll(claim), ambiguous: [ids[2]!], sent: [], againAt: at(minute) }], at());
    const told = [...(await store.told('2026000001'))];
    expect(told).toEqual(a!.event.id === 'c' ? [ids[2]] : [ids[0], ids[2]]);
    expect([...(await store.told('2026000009'))]).toEqual([]);
  });

  test('those to whom an event is being sent, by itself or in a digest, are known too', async () => {
    const store = await make();
    const ids = await joined(store, 4);
    const parts = [
      portion(ids.slice(0, 1)),
      portion(ids.slice(1, 3), { as: 'digest' }),
      portion(ids.slice(3), { as: 'digest', notBefore: at(day - hour) }),
    ];
    await store.record(event('a', { kind: 'notice' }), parts, at());
    await store.record(
      event('b', { kind: 'notice', noticeId: '2026000002' }),
      [portion(ids.slice(3), { as: 'digest' })],
      at(),
    );
    expect([...(await store.told('2026000001'))]).toEqual([]);
    const claims = await claimAll(store);
    expect(claims).toHaveLength(2);
    expect([...(await store.told('2026000001'))]).toEqual(ids.slice(0, 3));
    expect([...(await store.told('2026000001', 'a'))]).toEqual([]);
    await store.settle(
      claims.map((claim) => ({ ...sentAll(claim), sent: claim.as === 'digest' ? [ids[1]!] : [], againAt: at(minute) })),
      at(),
    );
    expect([...(await store.told('2026000001'))]).toEqual([ids[1]]);
  });

  test('a notice that is cancelled is told to nobody more, but for its end and its results, and who has it in hand counts', async () => {
    const store = await make();
    const ids = await joined(store, 4);
    await store.record(event('sent', { kind: 'notice' }), [portion(ids.slice(0, 2))], at());
    const [inHand] = await claimAll(store);
    await store.settle([{ ...sentAll(inHand!), sent: [ids[0]!] }], at());
    for (const kind of ['notice', 'correction', 'closes-today', 'results', 'cancelled'] as const)
      await store.record(event(kind, { kind }), [portion(ids.slice(2))], at());
    await store.record(event('digest', { kind: 'correction' }), [portion(ids.slice(3), { as: 'digest' })], at());
    await store.record(event('other', { kind: 'notice', noticeId: '2026000002' }), [portion(ids)], at());
    for (let times = 0; times < 2; times++) await store.cancel('2026000001', at());
    expect([...(await store.told('2026000001'))]).toEqual(ids.slice(0, 2));
    const left = await claimAll(store);
    expect(left.map((claim) => claim.event.id).sort()).toEqual(['cancelled', 'other', 'results']);
    expect(await store.settle([{ ...sentAll(inHand!), sent: [ids[1]!], againAt: at(minute) }], at())).toEqual([]);
  });

  test('for whom events are written down is known, served or not, but for those who have left or came back since', async () => {
    const store = await make();
    const ids = await joined(store, 5);
    await store.record(event('a'), [portion(ids.slice(0, 4))], at());
    await store.record(event('b'), [portion(ids.slice(4))], at());
    const claims = await claimAll(store);
    await store.settle(
      claims.map((claim) => ({ ...sentAll(claim), sent: [ids[0]!], againAt: at(hour) })),
      at(),
    );
    await store.end(ids[0]!, 'unsubscribed', at());
    await store.end(ids[1]!, 'unsubscribed', at());
    await store.end(ids[2]!, 'unsubscribed', at());
    await store.join(push('device-2'), wishes, consent(minute));
    expect([...(await store.writtenFor(['a']))]).toEqual([ids[0], ids[3]]);
    expect([...(await store.writtenFor(['a', 'b', 'nothing of that name']))]).toEqual([ids[0], ids[3], ids[4]]);
    expect([...(await store.writtenFor([]))]).toEqual([]);
  });
}

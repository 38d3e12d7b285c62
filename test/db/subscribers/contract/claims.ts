import { expect, test } from 'vitest';
import type { Subscribers } from '../../../../db/subscribers/subscribers.ts';
import {
  at,
  claimAll,
  consent,
  day,
  email,
  event,
  hour,
  joined,
  lane,
  minute,
  portion,
  push,
  sentAll,
  sorted,
  wishes,
} from '../examples.ts';

export function claimsContract(make: () => Promise<Subscribers>) {
  test('an event is written down once, with everybody who is told', async () => {
    const store = await make();
    const ids = await joined(store, 2_500);
    expect(await store.record(event('a'), [portion(ids)], at())).toBe(true);
    expect(await store.record(event('a'), [portion(ids)], at(hour))).toBe(false);
    const claims = await claimAll(store);
    expect(sorted(claims.flatMap((claim) => [...claim.ids]))).toEqual(ids);
    expect(claims.every((claim) => claim.ids.length <= 1_000 && claim.as === 'itself')).toBe(true);
    expect(claims[0]).toMatchObject({ lane, event: event('a'), notBefore: at() });
  });

  test('ids that lie far apart or close together come back as they were', async () => {
    const store = await make();
    const ids = await joined(store, 700);
    const scattered = ids.filter((id) => id % 97 === 3 || (id > 200 && id < 260));
    await store.record(event('a'), [portion(scattered), portion([], { lane: 'email others' })], at());
    expect(sorted((await claimAll(store)).flatMap((claim) => [...claim.ids]))).toEqual(scattered);
  });

  test('nobody stands in two portions of one event', async () => {
    const store = await make();
    const ids = await joined(store, 10);
    await store.record(event('a'), [portion(ids), portion(ids.slice(3), { notBefore: at(hour) })], at());
    expect((await claimAll(store, 2 * hour)).flatMap((claim) => [...claim.ids])).toHaveLength(10);
  });

  test('what is in hand is not given twice, and what was served is never given again', async () => {
    const store = await make();
    const ids = await joined(store, 5);
    await store.record(event('a'), [portion(ids)], at());
    const [claim] = await claimAll(store);
    expect(await claimAll(store)).toEqual([]);
    expect(await store.settle([{ ...sentAll(claim!), sent: ids.slice(0, 2), againAt: at(minute) }], at())).toEqual([]);
    expect(await claimAll(store)).toEqual([]);
    const [rest] = await claimAll(store, minute);
    expect(sorted(rest!.ids)).toEqual(ids.slice(2));
    expect(rest!.fence).toBeGreaterThan(claim!.fence);
    await store.settle([sentAll(rest!)], at(minute));
    expect(await claimAll(store, hour)).toEqual([]);
    expect((await store.standing(at(hour))).sent).toBe(5);
  });

  test('a claim goes on until it is handed back or its time is up', async () => {
    const store = await make();
    const ids = await joined(store, 3);
    await store.record(event('a'), [portion(ids)], at());
    const [claim] = await claimAll(store);
    await store.settle([{ ...sentAll(claim!), sent: ids.slice(0, 1) }], at());
    expect(await claimAll(store, 9 * minute)).toEqual([]);
    const [later] = await claimAll(store, 10 * minute);
    expect(sorted(later!.ids)).toEqual(ids.slice(1));
    expect(await store.settle([sentAll(claim!)], at(11 * minute))).toEqual([claim!.chunk]);
    expect((await store.standing(at(11 * minute))).sent).toBe(1);
  });

  test('what was handed back by a clock that ran a day ahead is due all the same; six hours are waited for', async () => {
    const store = await make();
    const ids = await joined(store, 1);
    await store.record(event('a'), [portion(ids)], at());
    const [claim] = await claimAll(store);
    await store.settle([{ ...sentAll(claim!), sent: [], againAt: at(6 * hour) }], at());
    expect(await claimAll(store, 6 * hour - 1)).toEqual([]);
    const [later] = await claimAll(store, 6 * hour);
    await store.settle([{ ...sentAll(later!), sent: [], againAt: at(day + 6 * hour) }], at(6 * hour));
    expect(await claimAll(store, 6 * hour + 1)).toHaveLength(1);
  });

  test('who takes over has everything at once, and the one before is not heard any more', async () => {
    const store = await make();
    const ids = await joined(store, 3);
    await store.record(event('a'), [portion(ids)], at());
    const [claim] = await claimAll(store);
    await store.settle([{ ...sentAll(claim!), sent: [ids[0]!] }], at());
    expect(await store.takeOver(at(minute))).toBe(1);
    expect(await store.takeOver(at(minute))).toBe(0);
    expect(await store.settle([sentAll(claim!)], at(minute))).toEqual([claim!.chunk]);
    const [again] = await claimAll(store, minute);
    expect(sorted(again!.ids)).toEqual(ids.slice(1));
  });

  test('an answer that comes twice, or for a stranger, counts once, or not', async () => {
    const store = await make();
    const ids = await joined(store, 4);
    await store.record(event('a'), [portion(ids)], at());
    const [claim] = await claimAll(store);
    const half = { ...sentAll(claim!), sent: [ids[0]!, ids[0]!, 999], ambiguous: [ids[1]!, ids[0]!] };
    expect(await store.settle([half, half, { ...half, chunk: 999 }], at())).toEqual([999]);
    expect(await store.standing(at())).toMatchObject({ sent: 1, ambiguous: 1, unsent: { [lane]: 2 } });
  });

  test('nothing is given before its time, and each portion has its own', async () => {
    const store = await make();
    const ids = await joined(store, 4);
    const portions = [portion(ids.slice(0, 2)), portion(ids.slice(2), { notBefore: at(2 * hour) })];
    await store.record(event('a', { notBefore: at(hour) }), portions, at());
    expect(await claimAll(store, hour - 1)).toEqual([]);
    const first = await claimAll(store, hour);
    expect(first.map((claim) => sorted(claim.ids))).toEqual([ids.slice(0, 2)]);
    await store.settle(first.map(sentAll), at(hour));
    expect((await claimAll(store, 2 * hour)).map(({ notBefore }) => notBefore)).toEqual([at(2 * hour)]);
  });

  test('what has expired is counted and never given', async () => {
    const store = await make();
    const ids = await joined(store, 4);
    await store.record(event('a'), [portion(ids)], at());
    await store.end(ids[0]!, 'unsubscribed', at());
    expect((await store.standing(at(day))).unsent).toEqual({});
    expect(await claimAll(store, day)).toEqual([]);
    expect(await store.standing(at(day))).toMatchObject({ sent: 0, expired: 3, oldestUnsent: null });
    expect(await claimAll(store, day)).toEqual([]);
    expect((await store.standing(at(day))).expired).toBe(3);
  });

  test('of many chunks that have expired none is given, and all are counted in the end', async () => {
    const store = await make();
    const ids = await joined(store, 1);
    for (let i = 0; i < 120; i++) await store.record(event(`${i}`), [portion(ids)], at());
    for (let i = 0; i < 3; i++) expect(await claimAll(store, day)).toEqual([]);
    expect((await store.standing(at(day))).expired).toBe(120);
  });

  test('what was sent just before it expired counts as sent', async () => {
    const store = await make();
    const ids = await joined(store, 2);
    await store.record(event('a', { expiresAt: at(minute) }), [portion(ids)], at());
    const [claim] = await claimAll(store);
    expect(await claimAll(store, minute)).toEqual([]);
    await store.settle([{ ...sentAll(claim!), sent: [ids[0]!], againAt: at(2 * minute) }], at(minute));
    expect(await claimAll(store, 2 * minute)).toEqual([]);
    expect(await store.standing(at(2 * minute))).toMatchObject({ sent: 1, expired: 1 });
  });

  test('who has left, is not confirmed or does not exist is not given', async () => {
    const store = await make();
    const ids = await joined(store, 4);
    const asked = await store.join(email('kim'), wishes, consent());
    await store.record(event('a'), [portion([...ids, asked.id, 99])], at());
    await store.end(ids[0]!, 'unsubscribed', at());
    await store.forget(ids[1]!, at());
    const [claim] = await claimAll(store);
    expect(sorted(claim!.ids)).toEqual(ids.slice(2));
    await store.settle([sentAll(claim!)], at());
    expect((await store.standing(at())).unsent).toEqual({});
  });

  test('who comes back is not told what was written down before', async () => {
    const store = await make();
    const { id } = await store.join(push('device'), wishes, consent());
    await store.record(event('before'), [portion([id])], at());
    await store.end(id, 'unsubscribed', at());
    await store.join(push('device'), wishes, consent());
    await store.record(event('after'), [portion([id])], at());
    expect((await claimAll(store)).map((claim) => claim.event.id)).toEqual(['after']);
  });

  test('where a whole chunk has left, the next one comes', async () => {
    const store = await make();
    const ids = await joined(store, 2);
    await store.record(event('a'), [portion(ids.slice(0, 1))], at());
    await store.record(event('b', { kind: 'notice' }), [portion(ids.slice(1))], at());
    await store.end(ids[0]!, 'unsubscribed', at());
    expect((await claimAll(store, 0, [], 1)).map((claim) => claim.event.id)).toEqual(['b']);
  });

  test('a channel that turns out to be gone ends with the answer', async () => {
    const store = await make();
    const ids = await joined(store, 2);
    await store.record(event('a'), [portion(ids)], at());
    const [claim] = await claimAll(store);
    const gone = [{ id: ids[0]!, reason: 'gone' as const }];
    await store.settle([{ ...sentAll(claim!), sent: [ids[1]!], gone }], at(minute));
    expect(await store.receipt(ids[0]!)).toMatchObject({ state: 'ended', endedReason: 'gone', endedAt: at(minute) });
    expect(await store.standing(at())).toMatchObject({ sent: 1, unsent: {} });
    expect((await store.standing(at())).channels.push).toEqual({ asked: 0, confirmed: 1, ended: 1 });
  });

  test('what is of use today alone goes first, and news last', async () => {
    const store = await make();
    const ids = await joined(store, 1);
    for (const kind of ['correction', 'notice', 'opens-tomorrow', 'winners-today', 'closes-today', 'results'] as const)
      await store.record(event(kind, { kind }), [portion(ids)], at());
    const order = (await claimAll(store)).map((claim) => claim.event.kind);
    expect(new Set(order.slice(0, 2))).toEqual(new Set(['closes-today', 'results']));
    expect(new Set(order.slice(4))).toEqual(new Set(['correction', 'notice']));
    expect((await claimAll(store, hour, [], 2)).map((claim) => claim.event.kind).sort()).toEqual([
      'closes-today',
      'results',
    ]);
  });

  test('what is urgent in one lane goes before what can wait in another', async () => {
    const store = await make();
    const ids = await joined(store, 1);
    for (const id of ['a', 'b', 'c']) await store.record(event(id, { kind: 'closes-today' }), [portion(ids)], at());
    await store.record(event('news', { kind: 'notice' }), [portion(ids, { lane: 'email others' })], at());
    const first = await claimAll(store, 0, [], 3);
    expect(first.map((claim) => claim.event.id).sort()).toEqual(['a', 'b', 'c']);
  });

  test('a lane that is shut is left alone, and a small one does not wait for a large one', async () => {
    const store = await make();
    const ids = await joined(store, 6_000);
    const portions = [portion(ids.slice(0, 5_900)), portion(ids.slice(5_900), { lane: 'email others' })];
    await store.record(event('a'), portions, at());
    expect((await claimAll(store, 0, [lane], 5)).map((claim) => claim.lane)).toEqual(['email others']);
    await store.takeOver(at());
    expect(new Set((await claimAll(store, 0, [], 2)).map((claim) => claim.lane))).toEqual(
      new Set([lane, 'email others']),
    );
  });

  test('nobody is always first: chunks and the channels in them come in an order of chance', async () => {
    const store = await make();
    const ids = await joined(store, 200);
    await store.record(event('a'), [portion(ids)], at());
    const [claim] = await claimAll(store);
    expect([...claim!.ids]).not.toEqual(ids);
    expect(sorted(claim!.ids)).toEqual(ids);
    await store.takeOver(at());
    const [again] = await claimAll(store);
    expect([...again!.ids]).not.toEqual([...claim!.ids]);
  });

  test('an operator sees what is due, since when, by lane', async () => {
    const store = await make();
    const ids = await joined(store, 5);
    await store.join(email('kim'), wishes, consent());
    const portions = [
      portion(ids.slice(0, 3)),
      portion(ids.slice(3), { lane: 'email naver.com', notBefore: at(hour) }),
    ];
    await store.record(event('a', { notBefore: at(minute) }), portions, at());
    expect(await store.standing(at())).toMatchObject({ oldestUnsent: null, unsent: {} });
    expect(await store.standing(at(2 * hour))).toEqual({
      oldestUnsent: at(minute),
      unsent: { [lane]: 3, 'email naver.com': 2 },
      sent: 0,
      ambiguous: 0,
      expired: 0,
      channels: {
        email: { asked: 1, confirmed: 0, ended: 0 },
        push: { asked: 0, confirmed: 5, ended: 0 },
      },
    });
  });
}

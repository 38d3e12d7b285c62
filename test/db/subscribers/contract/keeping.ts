import { expect, test } from 'vitest';
import { retention } from '../../../../db/subscribers/retention.ts';
import type { Subscribers } from '../../../../db/subscribers/subscribers.ts';
import { at, claimAll, consent, day, email, event, hour, joined, portion, sentAll, wishes } from '../examples.ts';

export function keepingContract(make: () => Promise<Subscribers>) {
  test('small things are kept, and replaced', async () => {
    const store = await make();
    expect(await store.kept('cursor')).toBeNull();
    await store.keep('cursor', 'a');
    await store.keep('cursor', 'b');
    expect(await store.kept('cursor')).toBe('b');
  });

  test('of an address that has not answered in two days a keyed hash stays for thirty days, and no more', async () => {
    const store = await make();
    const { id } = await store.join(email('kim'), wishes, consent());
    const late = await store.join(email('lee'), wishes, consent());
    await store.join(email('lee'), wishes, consent(hour));
    await store.tidy(at(retention.unconfirmed - 1));
    expect(await store.receipt(id)).toMatchObject({ state: 'asked', wishes });
    const withdrawn = at(retention.unconfirmed);
    expect(await store.tidy(withdrawn)).toMatchObject({ unconfirmed: 1 });
    const nothing = { places: [], kinds: [], notices: [], moments: [], digestAt: null, quiet: null };
    expect(await store.receipt(id)).toMatchObject({ state: 'ended', address: '', wishes: nothing, endedAt: withdrawn });
    expect(await store.tidy(withdrawn)).toMatchObject({ unconfirmed: 0, neverAgreed: 0 });
    expect((await store.standing(at())).channels.email).toEqual({ asked: 1, confirmed: 0, ended: 1 });
    expect(await store.tidy(at(retention.unconfirmed + retention.unanswered - 1))).toMatchObject({ neverAgreed: 0 });
    expect(await store.receipt(id)).not.toBeNull();
    expect(await store.tidy(at(retention.unconfirmed + retention.unanswered))).toMatchObject({ neverAgreed: 1 });
    expect(await store.receipt(id)).toBeNull();
    expect(await store.receipt(late.id)).not.toBeNull();
  });

  test('of an address that left instead of saying yes its keyed hash stays as long as it must not be asked', async () => {
    const store = await make();
    const { id } = await store.join(email('kim'), wishes, consent());
    await store.end(id, 'unsubscribed', at(hour));
    await store.tidy(at(hour + retention.declined - 1));
    expect((await store.receipt(id))!.state).toBe('ended');
    expect(await store.tidy(at(hour + retention.declined))).toMatchObject({ neverAgreed: 1 });
    expect(await store.receipt(id)).toBeNull();
  });

  test('a question that nobody answered takes nothing from what somebody had agreed to before', async () => {
    const store = await make();
    const { id, generation } = await store.join(email('kim'), wishes, consent());
    await store.confirm(id, generation, consent());
    await store.end(id, 'unsubscribed', at());
    await store.join(email('kim'), wishes, consent(hour));
    expect(await store.tidy(at(hour + retention.unconfirmed))).toMatchObject({ unconfirmed: 1 });
    const receipt = (await store.receipt(id))!;
    expect(receipt).toMatchObject({ state: 'ended', endedReason: 'never confirmed', address: '', generation: 2 });
    expect(receipt.consents.map(({ what }) => what)).toEqual(['asked', 'confirmed', 'ended', 'asked', 'ended']);
    await store.tidy(at(hour + retention.unconfirmed + retention.declined));
    expect(await store.receipt(id)).not.toBeNull();
  });

  test('consents stay for three years after the end, and then go with the channel', async () => {
    const store = await make();
    const [id, other] = await joined(store, 2);
    await store.end(id!, 'unsubscribed', at(day));
    await store.tidy(at(day + retention.ended - 1));
    expect((await store.receipt(id!))!.consents.map(({ what }) => what)).toEqual(['confirmed', 'ended']);
    expect(await store.tidy(at(day + retention.ended))).toMatchObject({ ended: 1 });
    expect(await store.receipt(id!)).toBeNull();
    expect((await store.receipt(other!))!.state).toBe('confirmed');
  });

  test('events and who was told go thirty days after their expiry', async () => {
    const store = await make();
    const ids = await joined(store, 2);
    await store.record(event('a'), [portion(ids)], at());
    await store.settle((await claimAll(store)).map(sentAll), at());
    await store.tidy(at(day + retention.told - 1));
    expect([...(await store.told('2026000001'))]).toEqual(ids);
    expect(await store.tidy(at(day + retention.told))).toMatchObject({ events: 1 });
    expect([...(await store.told('2026000001'))]).toEqual([]);
    expect((await store.standing(at())).sent).toBe(2);
  });

  test('after events were removed new ones still reach everybody', async () => {
    const store = await make();
    await store.record(event('a'), [portion([])], at());
    const ids = await joined(store, 1);
    await store.tidy(at(day + retention.told));
    await store.record(event('b', { expiresAt: at(99 * day) }), [portion(ids)], at(50 * day));
    expect((await claimAll(store, 50 * day)).map((claim) => [...claim.ids])).toEqual([ids]);
  });
}

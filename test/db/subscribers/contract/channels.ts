import { expect, test } from 'vitest';
import type { Followed, Subscribers } from '../../../../db/subscribers/subscribers.ts';
import { retention } from '../../../../db/subscribers/retention.ts';
import { at, consent, day, email, hour, joined, minute, push, wishes } from '../examples.ts';

export function channelsContract(make: () => Promise<Subscribers>) {
  test('an e-mail address is asked first, and is told of nothing until it has said yes', async () => {
    const store = await make();
    const { id, generation, state } = await store.join(email('kim'), wishes, consent());
    expect({ generation, state }).toEqual({ generation: 1, state: 'asked' });
    expect(await followed(store)).toEqual([]);
    expect(await store.addresses([id])).toEqual(new Map());
    expect(await store.confirm(id, generation, consent(minute))).toBe('confirmed');
    expect(await followed(store)).toEqual([{ id, lane: 'email others', wishes }]);
    expect(await store.addresses([id])).toEqual(new Map([[id, { ...email('kim'), generation: 1 }]]));
    expect(await store.confirm(id, generation, consent(hour))).toBe('already');
  });

  test('a yes to another channel, or of another time, is none', async () => {
    const store = await make();
    const { id, generation } = await store.join(email('kim'), wishes, consent());
    expect(await store.confirm(id + 1, generation, consent())).toBe('unknown');
    expect(await store.confirm(id, generation + 1, consent())).toBe('unknown');
    await store.end(id, 'unsubscribed', at());
    expect(await store.confirm(id, generation, consent())).toBe('unknown');
    expect(await followed(store)).toEqual([]);
  });

  test('one mailbox is one channel, however it is written', async () => {
    const store = await make();
    const { id } = await store.join({ by: 'email', address: 'Kim@Example.KR' }, wishes, consent());
    expect((await store.join({ by: 'email', address: ' kim@example.kr ' }, wishes, consent())).id).toBe(id);
    expect(await store.find({ email: 'KIM@example.kr' })).toBe(id);
    expect(await store.find({ email: 'kim@xn--hx3b.kr' })).toBeNull();
    const korean = await store.join({ by: 'email', address: 'kim@등대.kr' }, wishes, consent());
    expect(await store.find({ email: 'kim@xn--vk1bv0b.kr' })).toBe(korean.id);
  });

  test('a confirmed address keeps its wishes when somebody types it in again', async () => {
    const store = await make();
    const { id, generation } = await store.join(email('kim'), wishes, consent());
    await store.confirm(id, generation, consent());
    const again = await store.join(email('kim'), { ...wishes, places: ['all'] }, consent(hour));
    expect(again).toEqual({ id, generation, state: 'confirmed' });
    expect((await store.receipt(id))!.wishes).toEqual(wishes);
    expect((await store.receipt(id))!.consents).toHaveLength(2);
  });

  test('an address that is asked again before it has answered has the newest wishes', async () => {
    const store = await make();
    await store.join(email('kim'), wishes, consent());
    const { id, generation } = await store.join(email('kim'), { ...wishes, places: ['all'] }, consent(hour));
    await store.confirm(id, generation, consent(hour));
    expect((await store.receipt(id))!.wishes.places).toEqual(['all']);
  });

  test('a browser is confirmed at once, and the same endpoint is the same channel with its newest keys', async () => {
    const store = await make();
    const [first, second] = [push('device'), push('device')];
    const { id, generation, state } = await store.join(first, wishes, consent());
    expect(state).toBe('confirmed');
    expect(await store.join(second, null, consent(hour))).toEqual({ id, generation, state });
    expect(await store.addresses([id])).toEqual(new Map([[id, { ...second, generation }]]));
    expect((await store.receipt(id))!.wishes).toEqual(wishes);
    expect((await store.receipt(id))!.consents.map(({ what }) => what)).toEqual(['confirmed']);
    await store.join(second, { ...wishes, digestAt: null, quiet: null }, consent(hour));
    expect((await store.receipt(id))!.wishes).toEqual({ ...wishes, digestAt: null, quiet: null });
    expect((await store.receipt(id))!.consents.map(({ what }) => what)).toEqual(['confirmed', 'changed']);
  });

  test('wishes of several channels are told at once, of those that are there', async () => {
    const store = await make();
    const ids = await joined(store, 3);
    const asked = await store.join(email('kim'), wishes, consent());
    const none = { places: [], kinds: [], notices: [], moments: [], digestAt: null, quiet: null };
    await store.change(ids[1]!, none, consent());
    await store.end(ids[2]!, 'unsubscribed', at());
    expect(await store.wishes([...ids, asked.id, 99])).toEqual(
      new Map([
        [ids[0], wishes],
        [ids[1], none],
      ]),
    );
  });

  test('wishes can be changed as long as the channel is there', async () => {
    const store = await make();
    const [id] = await joined(store, 1);
    const others = { ...wishes, places: [], notices: ['2026000002', '2026000003'], moments: [] };
    expect(await store.change(id!, others, consent(hour))).toBe(true);
    expect(await followed(store)).toEqual([{ id, lane: 'push fcm.googleapis.com', wishes: others }]);
    await store.end(id!, 'unsubscribed', at());
    expect(await store.change(id!, wishes, consent(hour))).toBe(false);
    expect(await store.change(99, wishes, consent(hour))).toBe(false);
  });

  test('who has left is followed by nothing: no address, no wishes, no place among the confirmed', async () => {
    const store = await make();
    const [id] = await joined(store, 1);
    expect(await store.end(id!, 'unsubscribed', at(hour))).toBe(true);
    expect(await store.end(id!, 'unsubscribed', at(hour))).toBe(false);
    expect(await store.end(99, 'unsubscribed', at(hour))).toBe(false);
    expect(await store.addresses([id!])).toEqual(new Map());
    expect(await followed(store)).toEqual([]);
    expect(await store.receipt(id!)).toMatchObject({
      state: 'ended',
      address: '',
      endedAt: at(hour),
      endedReason: 'unsubscribed',
      wishes: { places: [], notices: [] },
    });
  });

  test('an address that had left is asked anew under its number, and what was signed before counts no more', async () => {
    const store = await make();
    const { id, generation } = await store.join(email('kim'), wishes, consent());
    await store.confirm(id, generation, consent());
    await store.end(id, 'unsubscribed', at());
    const again = await store.join(email('kim'), null, consent(hour));
    expect(again).toEqual({ id, generation: generation + 1, state: 'asked' });
    expect(await store.confirm(id, generation, consent(hour))).toBe('unknown');
    expect(await store.confirm(id, generation + 1, consent(hour))).toBe('confirmed');
    expect((await store.receipt(id))!.wishes.places).toEqual([]);
    expect((await store.receipt(id))!.consents.map(({ what }) => what)).toEqual([
      'asked',
      'confirmed',
      'ended',
      'asked',
      'confirmed',
    ]);
  });

  test('an address that must not be written to is never asked again', async () => {
    const store = await make();
    const { id, generation } = await store.join(email('kim'), wishes, consent());
    await store.confirm(id, generation, consent());
    await store.suppress('Kim@example.kr', 'complained', at(hour));
    expect(await store.receipt(id)).toMatchObject({ state: 'ended', endedReason: 'complained' });
    expect((await store.join(email('kim'), wishes, consent(hour))).state).toBe('suppressed');
    await store.suppress('nobody@example.kr', 'suppressed', at());
    expect((await store.join(email('nobody'), wishes, consent())).state).toBe('suppressed');
    expect(await followed(store)).toEqual([]);
  });

  test.each(['bounced', 'complained'] as const)('a channel that ends as %s is never asked again', async (reason) => {
    const store = await make();
    const { id } = await store.join(email('kim'), wishes, consent());
    await store.end(id, reason, at());
    expect((await store.join(email('kim'), wishes, consent())).state).toBe('suppressed');
  });

  test('who leaves instead of saying yes is not asked for half a year, whoever types the address in', async () => {
    const store = await make();
    const { id } = await store.join(email('kim'), wishes, consent());
    await store.end(id, 'unsubscribed', at(hour));
    const left = await store.receipt(id);
    const quiet = { id: 0, generation: 0, state: 'suppressed' };
    expect(await store.join(email('kim'), wishes, consent(2 * hour))).toEqual(quiet);
    expect(await store.join(email('KIM'), wishes, consent(hour + retention.declined - 1))).toEqual(quiet);
    expect(await store.receipt(id)).toEqual(left);
    expect((await store.join(email('kim'), wishes, consent(hour + retention.declined))).state).toBe('asked');
  });

  test('who was there before, leaves, and leaves again when asked is not asked either', async () => {
    const store = await make();
    const { id } = await store.join(email('kim'), wishes, consent());
    await store.confirm(id, 1, consent());
    await store.end(id, 'unsubscribed', at());
    expect((await store.join(email('kim'), wishes, consent(hour))).state).toBe('asked');
    await store.end(id, 'unsubscribed', at(hour));
    expect((await store.join(email('kim'), wishes, consent(day))).state).toBe('suppressed');
  });

  test('three questions without an answer are enough for thirty days', async () => {
    const store = await make();
    const asked = async (after: number) => (await store.join(email('kim'), wishes, consent(after))).state;
    const states = [];
    for (const days of [0, 0.5, 5, 6, 29]) {
      await store.tidy(at(days * day));
      states.push(await asked(days * day));
    }
    expect(states).toEqual(['asked', 'asked', 'asked', 'suppressed', 'suppressed']);
    await store.tidy(at(30 * day));
    expect([await asked(30 * day), await asked(30 * day + 1)]).toEqual(['asked', 'suppressed']);
  });

  test('a yes counts for all questions before it', async () => {
    const store = await make();
    for (let i = 0; i < 3; i++) await store.join(email('kim'), wishes, consent(i));
    const id = (await store.find({ email: 'kim@example.kr' }))!;
    expect(await store.confirm(id, 1, consent(hour))).toBe('confirmed');
    expect((await store.join(email('kim'), wishes, consent(hour))).state).toBe('confirmed');
    await store.end(id, 'unsubscribed', at(hour));
    expect((await store.join(email('kim'), wishes, consent(2 * hour))).state).toBe('asked');
  });

  test('who was forgotten may be asked again: that is the way back for who left by mistake', async () => {
    const store = await make();
    const { id } = await store.join(email('kim'), wishes, consent());
    await store.end(id, 'unsubscribed', at());
    await store.forget(id, at(hour));
    expect((await store.join(email('kim'), wishes, consent(hour))).state).toBe('asked');
  });

  test('devices come and go as they like', async () => {
    const store = await make();
    for (let i = 0; i < 5; i++) {
      const { id, state } = await store.join(push('device'), wishes, consent(i));
      expect(state).toBe('confirmed');
      await store.end(id, 'unsubscribed', at(i));
    }
  });

  test('who is forgotten was never there, and comes back as somebody new', async () => {
    const store = await make();
    const { id } = await store.join(email('kim'), wishes, consent());
    expect(await store.forget(id, at(hour))).toBe(true);
    expect(await store.forget(id, at(hour))).toBe(false);
    expect(await store.receipt(id)).toBeNull();
    expect(await store.find({ email: 'kim@example.kr' })).toBeNull();
    const again = await store.join(email('kim'), wishes, consent(2 * hour));
    expect(again).toMatchObject({ generation: 1, state: 'asked' });
    expect(again.id).toBeGreaterThan(id);
  });

  test('the receipt says all that is known of a channel', async () => {
    const store = await make();
    const { id, generation } = await store.join({ by: 'email', address: 'Kim@naver.com' }, wishes, consent());
    await store.confirm(id, generation, consent(minute, '2026-12'));
    expect(await store.receipt(id)).toEqual({
      by: 'email',
      generation: 1,
      state: 'confirmed',
      address: 'Kim@naver.com',
      joinedAt: at(),
      confirmedAt: at(minute),
      endedAt: null,
      endedReason: null,
      wishes,
      consents: [
        { at: at(), words: '2026-11', what: 'asked' },
        { at: at(minute), words: '2026-12', what: 'confirmed' },
      ],
    });
    const device = await store.join(push('device'), wishes, consent());
    expect((await store.receipt(device.id))!.address).toBe('fcm.googleapis.com');
    expect(await store.receipt(99)).toBeNull();
  });

  test('many who come at once get a number each, and each its own wishes', async () => {
    const store = await make();
    const places = Array.from({ length: 300 }, (_, i) => String(11_000 + i));
    const ids = await Promise.all(
      places.map((place) => store.join(push(place), { ...wishes, places: [place] }, consent())),
    );
    expect(new Set(ids.map(({ id }) => id)).size).toBe(300);
    const theirs = new Map((await followed(store)).map((each) => [each.id, each.wishes.places]));
    expect(ids.map(({ id }) => theirs.get(id))).toEqual(places.map((place) => [place]));
  });
}

async function followed(store: Subscribers) {
  const all: Followed[] = [];
  await store.each((channel) => void all.push(channel));
  return all;
}

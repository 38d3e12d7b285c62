import { expect, test } from 'vitest';
import type { Claim, Subscribers } from '../../../../db/subscribers/subscribers.ts';
import { at, claimAll, day, event, hour, joined, minute, portion, sentAll, sorted } from '../examples.ts';

/** The Korean 23rd, eight in the morning. */
const morning = 23 * hour;

export function digestsContract(make: () => Promise<Subscribers>) {
  async function waiting() {
    const store = await make();
    const ids = await joined(store, 6);
    const later = { as: 'digest', notBefore: at(morning) } as const;
    await store.record(
      event('news', { kind: 'notice', expiresAt: at(3 * day) }),
      [portion(ids.slice(0, 4), later)],
      at(),
    );
    await store.record(
      event('results', { noticeId: '2026000002', expiresAt: at(2 * day) }),
      [portion(ids.slice(2, 5), later), portion(ids.slice(5))],
      at(hour),
    );
    const now = await claimAll(store, hour);
    expect(now.map((claim) => [claim.event.id, claim.as])).toEqual([['results', 'itself']]);
    await store.settle(now.map(sentAll), at(hour));
    return { store, ids };
  }
  const partsOf = async (store: Subscribers, claim: Claim, after = morning) =>
    Object.fromEntries(
      (await store.digestParts(claim.chunk, at(after))).map((part) => [part.event.id, sorted(part.ids)]),
    );

  test('what waits for an hour becomes one message for each, with all of it', async () => {
    const { store, ids } = await waiting();
    expect(await claimAll(store, morning - 1)).toEqual([]);
    const claims = await claimAll(store, morning);
    expect(claims).toHaveLength(1);
    const [claim] = claims;
    expect(claim).toMatchObject({ as: 'digest', notBefore: at(morning) });
    expect(claim!.event).toMatchObject({ id: 'digest-2026-11-23-08', notBefore: at(morning), expiresAt: at(3 * day) });
    expect(sorted(claim!.ids)).toEqual(ids.slice(0, 5));
    expect(await partsOf(store, claim!)).toEqual({ news: ids.slice(0, 4), results: ids.slice(2, 5) });
    expect((await store.digestParts(claim!.chunk, at(morning))).map((part) => part.event.id)).toEqual([
      'results',
      'news',
    ]);
    await store.settle([sentAll(claim!)], at(morning));
    expect(await claimAll(store, morning)).toEqual([]);
    expect((await store.standing(at(morning))).sent).toBe(6);
  });

  test('each event knows whom it was told in a digest', async () => {
    const { store, ids } = await waiting();
    const [claim] = await claimAll(store, morning);
    await store.settle([{ ...sentAll(claim!), sent: ids.slice(0, 3), againAt: at(morning + minute) }], at(morning));
    expect([...(await store.told('2026000001'))]).toEqual(ids.slice(0, 3));
    expect([...(await store.told('2026000002'))]).toEqual([ids[2], ids[5]]);
    const [rest] = await claimAll(store, morning + minute);
    expect(sorted(rest!.ids)).toEqual(ids.slice(3, 5));
    expect(await partsOf(store, rest!)).toEqual({ news: [ids[3]], results: ids.slice(3, 5) });
  });

  test('what is taken back leaves the digest, and who is left with nothing gets none', async () => {
    const { store, ids } = await waiting();
    const [claim] = await claimAll(store, morning);
    await store.settle([{ ...sentAll(claim!), sent: [], againAt: at(morning) }], at(morning));
    await store.move('news', null, at(morning));
    const [rest] = await claimAll(store, morning);
    expect(sorted(rest!.ids)).toEqual(ids.slice(2, 5));
    expect(await partsOf(store, rest!)).toEqual({ results: ids.slice(2, 5) });
  });

  test('what has expired leaves the digest', async () => {
    const { store, ids } = await waiting();
    const [claim] = await claimAll(store, morning);
    await store.settle([{ ...sentAll(claim!), sent: [], againAt: at(2 * day) }], at(morning));
    const [rest] = await claimAll(store, 2 * day);
    expect(sorted(rest!.ids)).toEqual(ids.slice(0, 4));
    expect(await partsOf(store, rest!, 2 * day)).toEqual({ news: ids.slice(0, 4) });
    expect(await claimAll(store, 3 * day)).toEqual([]);
  });

  test('what is moved out of a digest waits for the same hour of its new day', async () => {
    const { store, ids } = await waiting();
    const [claim] = await claimAll(store, morning);
    await store.settle([{ ...sentAll(claim!), sent: [ids[0]!], againAt: at(morning) }], at(morning));
    await store.move('news', { notBefore: at(2 * day), expiresAt: at(5 * day) }, at(morning));
    const [today] = await claimAll(store, morning);
    expect(await partsOf(store, today!)).toEqual({ results: ids.slice(2, 5) });
    const [later] = await claimAll(store, 2 * day + morning);
    expect(later!.event.id).toBe('digest-2026-11-25-08');
    expect(await partsOf(store, later!, 2 * day + morning)).toEqual({ news: ids.slice(1, 4) });
  });

  test('what comes late for an hour is a digest of its own', async () => {
    const { store, ids } = await waiting();
    await claimAll(store, morning);
    const late = event('late', { kind: 'correction', expiresAt: at(3 * day) });
    await store.record(late, [portion(ids, { as: 'digest', notBefore: at(morning) })], at(morning));
    expect((await claimAll(store, morning)).map((claim) => claim.event.id)).toEqual(['digest-2026-11-23-08-2']);
  });

  test('who has left is not in a digest either', async () => {
    const { store, ids } = await waiting();
    await store.end(ids[2]!, 'unsubscribed', at(hour));
    const [claim] = await claimAll(store, morning);
    expect(sorted(claim!.ids)).toEqual([ids[0], ids[1], ids[3], ids[4]]);
  });

  test('many digests of several lanes are split into chunks that know their parts', async () => {
    const store = await make();
    const ids = await joined(store, 2_400);
    const later = { as: 'digest', notBefore: at(morning) } as const;
    const other = { ...later, lane: 'email others' };
    await store.record(
      event('a', { expiresAt: at(3 * day) }),
      [
        portion(
          ids.filter((id) => id % 2 === 0),
          later,
        ),
      ],
      at(),
    );
    await store.record(
      event('b', { expiresAt: at(3 * day) }),
      [
        portion(
          ids.slice(0, 2_000).filter((id) => id % 3 > 0),
          later,
        ),
        portion(
          ids.slice(2_300).filter((id) => id % 2 === 1),
          other,
        ),
      ],
      at(),
    );
    const told = new Map<number, string[]>();
    for (const claim of await claimAll(store, morning)) {
      expect(claim.ids.length).toBeLessThanOrEqual(1_000);
      for (const part of await store.digestParts(claim.chunk, at(morning)))
        for (const id of part.ids) told.set(id, [...(told.get(id) ?? []), part.event.id]);
    }
    for (const [i, id] of ids.entries()) {
      const wanted = [
        id % 2 === 0 ? 'a' : [],
        i < 2_000 && id % 3 > 0 ? 'b' : [],
        i >= 2_300 && id % 2 === 1 ? 'b' : [],
      ];
      expect([...new Set(told.get(id))].sort(), String(id)).toEqual([...new Set(wanted.flat())]);
      expect(told.get(id) ?? []).toHaveLength(new Set(wanted.flat()).size);
    }
  });

  test('a chunk that is no digest has no parts', async () => {
    const store = await make();
    await store.record(event('a'), [portion(await joined(store, 1))], at());
    const [claim] = await claimAll(store);
    expect(await store.digestParts(claim!.chunk, at())).toEqual([]);
  });
}

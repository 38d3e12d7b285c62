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
    for (const claim of claims) {
      expect(claim).toMatchObject({ as: 'digest', notBefore: at(morning) });
      expect(claim.event).toMatchObject({ id: 'digest-2026-11-23-08', notBefore: at(morning), expiresAt: at(3 * day) });
    }
    const [urgent, calm] = claims;
    expect(await partsOf(store, urgent!)).toEqual({ news: ids.slice(2, 4), results: ids.slice(2, 5) });
    expect((await store.digestParts(urgent!.chunk, at(morning))).map((part) => part.event.id)).toEqual([
      'results',
      'news',
    ]);
    expect(await partsOf(store, calm!)).toEqual({ news: ids.slice(0, 2) });
    await store.settle(claims.map(sentAll), at(morning));
    expect(await claimAll(store, morning)).toEqual([]);
    expect((await store.standing(at(morning))).sent).toBe(6);
  });

  test('a digest is as urgent as the most urgent that it tells', async () => {
    const { store, ids } = await waiting();
    const single = event('winners', { kind: 'winners-today', noticeId: '2026000003' });
    await store.record(single, [portion(ids, { notBefore: at(morning) })], at(hour));
    const claims = await claimAll(store, morning);
    expect(claims.map(({ event: { id }, urgency, ids: members }) => [id, urgency, sorted(members)])).toEqual([
      ['digest-2026-11-23-08', 0, ids.slice(2, 5)],
      ['winners', 1, ids],
      ['digest-2026-11-23-08', 2, ids.slice(0, 2)],
    ]);
  });

  test('each event knows whom it was told in a digest', async () => {
    const { store, ids } = await waiting();
    const [urgent, calm] = await claimAll(store, morning);
    const again = at(morning + minute);
    await store.settle([{ ...sentAll(urgent!), sent: [ids[2]!], againAt: again }, sentAll(calm!)], at(morning));
    expect([...(await store.told('2026000001'))]).toEqual(ids.slice(0, 3));
    expect([...(await store.told('2026000002'))]).toEqual([ids[2], ids[5]]);
    const [rest] = await claimAll(store, morning + minute);
    expect(sorted(rest!.ids)).toEqual(ids.slice(3, 5));
    expect(await partsOf(store, rest!)).toEqual({ news: [ids[3]], results: ids.slice(3, 5) });
  });

  test('what a digest left out because it had expired was told nobody, and is counted', async () => {
    const { store, ids } = await waiting();
    const [urgent, calm] = await claimAll(store, morning);
    await store.settle([sentAll(calm!)], at(morning));
    expect(await partsOf(store, urgent!, 2 * day)).toEqual({ news: ids.slice(2, 4) });
    const reached = { ...sentAll(urgent!), sent: ids.slice(2, 4), dropped: [] };
    await store.settle([{ ...reached, againAt: at(2 * day) }], at(2 * day));
    expect([...(await store.told('2026000002'))]).toEqual([ids[5]]);
    expect([...(await store.told('2026000001'))]).toEqual(ids.slice(0, 4));
    expect(await claimAll(store, 2 * day)).toEqual([]);
    expect(await claimAll(store, 2 * day)).toEqual([]);
    expect((await store.standing(at(2 * day))).expired).toBe(3);
  });

  test('what everybody was told without a part that had expired counts as untold for each', async () => {
    const store = await make();
    const ids = await joined(store, 2);
    const later = { as: 'digest', notBefore: at(morning) } as const;
    await store.record(event('short', { expiresAt: at(2 * day) }), [portion(ids, later)], at());
    await store.record(event('long', { expiresAt: at(3 * day) }), [portion(ids, later)], at());
    const [claim] = await claimAll(store, morning);
    expect(await partsOf(store, claim!, 2 * day)).toEqual({ long: ids });
    await store.settle([sentAll(claim!)], at(2 * day));
    expect(await store.standing(at(2 * day))).toMatchObject({ sent: 2, expired: 2 });
  });

  test('of a digest that nobody was sent, what it would have told is counted once, for those who are there', async () => {
    const { store, ids } = await waiting();
    const claims = await claimAll(store, morning);
    await store.settle(
      claims.map((claim) => ({ ...sentAll(claim), sent: [], againAt: at(morning + minute) })),
      at(morning),
    );
    await store.end(ids[0]!, 'unsubscribed', at(morning));
    await store.move('results', null, at(morning));
    for (const late of [3 * day, 3 * day + 1]) expect(await claimAll(store, late)).toEqual([]);
    expect((await store.standing(at(3 * day))).expired).toBe(3);
  });

  test('who wants nothing of a digest any more is in none of its parts, and does not count as missed', async () => {
    const { store, ids } = await waiting();
    const [urgent] = await claimAll(store, morning);
    await store.settle([{ ...sentAll(urgent!), sent: ids.slice(2, 4), dropped: [ids[4]!] }], at(morning));
    expect([...(await store.writtenFor(['results']))]).toEqual([ids[2], ids[3], ids[5]]);
    expect((await store.standing(at(morning))).expired).toBe(0);
  });

  test('what was taken back while it was being told is told no second time when it is told again', async () => {
    const { store, ids } = await waiting();
    const [urgent] = await claimAll(store, morning);
    expect(await partsOf(store, urgent!)).toEqual({ news: ids.slice(2, 4), results: ids.slice(2, 5) });
    await store.move('results', null, at(morning));
    await store.settle([sentAll(urgent!)], at(morning));
    expect(await store.move('results', { notBefore: at(morning), expiresAt: at(5 * day) }, at(morning))).toEqual({
      told: 4,
    });
    const told = (await claimAll(store, 4 * day)).flatMap((claim) => sorted(claim.ids));
    expect(told).toEqual([]);
  });

  test('what is taken back leaves the digest, and who is left with nothing gets none', async () => {
    const { store, ids } = await waiting();
    const claims = await claimAll(store, morning);
    await store.settle(
      claims.map((claim) => ({ ...sentAll(claim), sent: [], againAt: at(morning) })),
      at(morning),
    );
    await store.move('news', null, at(morning));
    const rest = await claimAll(store, morning);
    expect(rest.map((claim) => sorted(claim.ids))).toEqual([ids.slice(2, 5)]);
    expect(await partsOf(store, rest[0]!)).toEqual({ results: ids.slice(2, 5) });
  });

  test('what has expired leaves the digest', async () => {
    const { store, ids } = await waiting();
    const claims = await claimAll(store, morning);
    await store.settle(
      claims.map((claim) => ({ ...sentAll(claim), sent: [], againAt: at(2 * day) })),
      at(morning),
    );
    const [few, others] = await claimAll(store, 2 * day);
    expect(await partsOf(store, few!, 2 * day)).toEqual({ news: ids.slice(2, 4) });
    expect(await partsOf(store, others!, 2 * day)).toEqual({ news: ids.slice(0, 2) });
    expect(await claimAll(store, 3 * day)).toEqual([]);
  });

  test('what is moved out of a digest waits for the same hour of its new day', async () => {
    const { store, ids } = await waiting();
    const [urgent, calm] = await claimAll(store, morning);
    await store.settle(
      [
        { ...sentAll(urgent!), sent: [], againAt: at(morning) },
        { ...sentAll(calm!), sent: [ids[0]!], againAt: at(morning) },
      ],
      at(morning),
    );
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
    const claims = await claimAll(store, morning);
    expect(sorted(claims.flatMap((claim) => [...claim.ids]))).toEqual([ids[0], ids[1], ids[3], ids[4]]);
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

  test('who waits for a later hour keeps what others are told of an event before, though they have a digest then too', async () => {
    const store = await make();
    const [early, both, late] = (await joined(store, 3)) as [number, number, number];
    const next = { as: 'digest', notBefore: at(morning + hour) } as const;
    const first = { as: 'digest', notBefore: at(morning) } as const;
    const long = { kind: 'notice', expiresAt: at(3 * day) } as const;
    await store.record(event('news', long), [portion([early], first), portion([both, late], next)], at());
    await store.record(event('other', { ...long, noticeId: '2026000002' }), [portion([early, both], first)], at());
    const told: Record<string, number[]>[] = [];
    for (const after of [morning, morning + hour])
      for (const claim of await claimAll(store, after)) {
        told.push(await partsOf(store, claim, after));
        await store.settle([sentAll(claim)], at(after));
      }
    expect(told).toEqual([{ news: [early], other: [early, both] }, { news: [both, late] }]);
  });

  test('a chunk that is no digest has no parts', async () => {
    const store = await make();
    await store.record(event('a'), [portion(await joined(store, 1))], at());
    const [claim] = await claimAll(store);
    expect(await store.digestParts(claim!.chunk, at())).toEqual([]);
  });
}

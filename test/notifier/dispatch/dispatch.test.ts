import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../notifier/senders/sender.ts';
import { damageAddress } from '../../db/subscribers/damage.ts';
import { soon } from '../soon.ts';
import { names, town } from './town.ts';

describe('what is due', () => {
  test('goes to everybody once and is written down', async () => {
    const { stage, email, ids } = await town(40);
    const event = await stage.tell(ids);
    await stage.start();
    await soon(() => stage.standing()).toMatchObject({ sent: 40, unsent: {}, oldestUnsent: null });
    await stage.looked();
    expect(email.got.toSorted((a, b) => a.id - b.id)).toEqual(ids.map((id) => ({ id, event })));
    expect(stage.openPlaces()).toBe(0);
  });

  test('goes in the order of its urgency', async () => {
    const { stage, email, ids } = await town(1);
    for (let i = 1; i <= 9; i++) await stage.tell(ids, { kind: 'notice', noticeId: `202600000${i}` });
    await stage.tell(ids, { kind: 'opens-tomorrow' });
    const urgent = await stage.tell(ids, { kind: 'closes-today' });
    await stage.start();
    await soon(() => email.got.length).toBe(11);
    expect(email.got.slice(0, 2).map(({ event }) => event)).toEqual([urgent, 'opens-tomorrow-2026000001']);
  });

  test('before its instant stays where it is', async () => {
    const { stage, email, ids } = await town(1);
    await stage.tell(ids, { notBefore: stage.clock.in(60) });
    await stage.start();
    stage.clock.pass(59);
    await stage.looked();
    expect(email.got).toEqual([]);
    stage.clock.pass(1);
    await soon(() => email.got.length).toBe(1);
  });

  test('neither goes out nor expires while the clock is in doubt', async () => {
    const { stage, email, ids } = await town(1);
    await stage.tell(ids, { notBefore: stage.clock.in(60), expiresAt: stage.clock.in(3_600) });
    await stage.start();
    stage.clockInDoubt = true;
    stage.clock.pass(4 * 86_400);
    await new Promise((resolve) => setTimeout(resolve, 100));
    stage.clock.pass(-4 * 86_400);
    stage.clockInDoubt = false;
    await stage.looked();
    expect(email.got).toEqual([]);
    stage.clock.pass(60);
    await soon(() => email.got.length).toBe(1);
    expect(await stage.standing()).toMatchObject({ expired: 0 });
  });

  test('is not sent any more once it has expired, not even what was claimed before', async () => {
    const { stage, email, ids } = await town(3, () => ({ is: 'retry', after: null }));
    await stage.tell(ids, { expiresAt: stage.clock.in(60) });
    await stage.start();
    await soon(() => email.got.length).toBe(3);
    stage.clock.pass(60);
    await stage.looked();
    expect(email.got).toHaveLength(3);
    expect(await stage.standing()).toMatchObject({ sent: 0, expired: 3, unsent: {} });
  });
});

describe('somebody of a chunk', () => {
  test('whose answer is in doubt waits ten minutes, whoever else has to be asked sooner, and is asked once more', async () => {
    const { stage, email, ids } = await town(3, ({ id }, nth): Outcome => {
      if (id === ids[0] && nth === 1) return { is: 'ambiguous' };
      if (id === ids[1] && nth === 1) return { is: 'retry', after: null };
      if (id === ids[1] && nth === 2) return { is: 'retry', after: stage.clock.in(120) };
      return { is: 'sent' };
    });
    const asked = () => email.got.map(({ id }) => id).filter((id) => id !== ids[2]);
    await stage.tell(ids);
    await stage.start();
    await soon(() => asked().length).toBe(2);
    stage.clock.pass(30);
    await soon(() => asked().slice(2)).toEqual([ids[1]]);
    stage.clock.pass(119);
    await stage.looked();
    expect(asked()).toHaveLength(3);
    stage.clock.pass(1);
    await soon(() => asked().slice(3)).toEqual([ids[1]]);
    stage.clock.pass(449);
    await stage.looked();
    expect(asked()).toHaveLength(4);
    stage.clock.pass(1);
    await soon(() => asked().slice(4)).toEqual([ids[0]]);
    await soon(() => stage.standing()).toMatchObject({ sent: 3, ambiguous: 0, unsent: {} });
    expect(stage.heard).toContainEqual([ids[0], { is: 'ambiguous' }]);
  });

  test('whose answer is in doubt twice counts as told, though a "later" came between', async () => {
    const { stage, email, ids } = await town(1, (_, nth): Outcome =>
      nth === 2 ? { is: 'paused', until: stage.clock.in(60) } : { is: 'ambiguous' },
    );
    await stage.tell(ids);
    await stage.start();
    await soon(() => email.got.length).toBe(1);
    stage.clock.pass(600);
    await soon(() => email.got.length).toBe(2);
    stage.clock.pass(60);
    await soon(() => stage.standing()).toMatchObject({ sent: 0, ambiguous: 1, unsent: {} });
    stage.clock.pass(1_000);
    await stage.looked();
    expect(email.got).toHaveLength(3);
  });

  test('waits as long as was asked, while others of the chunk are asked each second', async () => {
    const { stage, email, ids } = await town(2, ({ id }, nth): Outcome => {
      if (id === ids[0]) return nth === 1 ? { is: 'retry', after: stage.clock.in(4 * 3_600) } : { is: 'sent' };
      return { is: 'retry', after: stage.clock.in(1) };
    });
    const first = () => email.got.filter(({ id }) => id === ids[0]).length;
    await stage.tell(ids, { notBefore: stage.clock.in(-10 * 86_400), expiresAt: stage.clock.in(86_400) });
    await stage.start();
    await soon(() => email.got.length).toBe(2);
    for (let i = 0; i < 3; i++) {
      const before = email.got.length;
      stage.clock.pass(1);
      await soon(() => email.got.length).toBe(before + 1);
    }
    expect(first()).toBe(1);
    stage.clock.pass(4 * 3_600);
    await soon(first).toBe(2);
  });

  test('whose row is damaged keeps nobody waiting, and the operator is told once', async () => {
    const { stage, email, ids } = await town(3);
    await stage.tell(ids, { expiresAt: stage.clock.in(7_200) });
    damageAddress(stage.folder, ids[1]!);
    await stage.start();
    await soon(() => stage.standing()).toMatchObject({ sent: 2, unsent: { 'email others': 1 } });
    for (let i = 0; i < 2; i++) {
      stage.clock.pass(1_200);
      await stage.looked();
    }
    expect(stage.said).toEqual([expect.stringContaining(`channel ${ids[1]}: its row in subscribers.db is damaged`)]);
    await stage.readers(names(3)[1]!);
    stage.clock.pass(1_200);
    await soon(() => stage.standing()).toMatchObject({ sent: 3, unsent: {} });
    expect(email.got.map(({ id }) => id)).toEqual([expect.any(Number), expect.any(Number), ids[1]]);
    expect(stage.openPlaces()).toBe(0);
  });

  test('whose quiet hours have begun meanwhile sleeps on, and is told when they end', async () => {
    const { stage, email, ids } = await town(2);
    // It is ten in the morning.
    await stage.wishes(ids[1]!, { quiet: { from: 9, to: 12 } });
    await stage.tell(ids, { expiresAt: stage.clock.in(86_400) });
    await stage.start();
    await soon(() => stage.standing()).toMatchObject({ sent: 1, unsent: { 'email others': 1 } });
    stage.clock.pass(7_199);
    await stage.looked();
    expect(email.got.map(({ id }) => id)).toEqual([ids[0]]);
    stage.clock.pass(1);
    await soon(() => email.got.map(({ id }) => id)).toEqual([ids[0], ids[1]]);
    expect(stage.openPlaces()).toBe(0);
  });

  test('who does not want it any more is not told, and stays', async () => {
    const { stage, email, ids } = await town(2);
    await stage.tell(ids, { kind: 'closes-today' });
    await stage.wishes(ids[1]!, { moments: ['results'] });
    await stage.start();
    await soon(() => stage.standing()).toMatchObject({ sent: 1, unsent: {}, oldestUnsent: null });
    await stage.tell(ids, { kind: 'results' });
    await soon(() => email.got.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual([ids[0], ids[0], ids[1]]);
    expect(stage.openPlaces()).toBe(0);
  });

  test('gets of a digest what they want at its hour', async () => {
    const { stage, email, ids } = await town(2);
    await stage.tell(ids, { kind: 'notice', as: 'digest' });
    const other = await stage.tell(ids, { kind: 'results', noticeId: '2026000002', as: 'digest' });
    await stage.wishes(ids[1]!, { moments: ['results'] });
    await stage.start();
    await soon(() => stage.standing()).toMatchObject({ sent: 2, unsent: {} });
    expect(email.got.filter(({ id }) => id === ids[0])).toHaveLength(2);
    expect(email.got.filter(({ id }) => id === ids[1])).toEqual([{ id: ids[1], event: other }]);
  });

  test('who leaves while their chunk is in hand is not among those who are left', async () => {
    const { stage, email, ids } = await town(3);
    stage.hooks.claimed = async (claims) => {
      if (claims.length > 0) await stage.leave(ids[1]!);
    };
    await stage.tell(ids);
    await stage.start();
    await soon(() => stage.standing()).toMatchObject({ sent: 2 });
    expect(email.got.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual([ids[0], ids[2]]);
    stage.clock.pass(1);
    await soon(() => stage.standing()).toMatchObject({ unsent: {}, oldestUnsent: null });
  });
});

test('a digest of which everything is taken back while it is in hand tells nobody anything, and is over', async () => {
  const { stage, email, ids } = await town(3);
  const gone = await stage.tell(ids, { kind: 'notice', as: 'digest' });
  const stays = await stage.tell(ids.slice(0, 1), { kind: 'notice', noticeId: '2026000002', as: 'digest' });
  stage.hooks.claimed = async (claims) => {
    if (claims.length > 0) await stage.store.move(gone, null, stage.clock.now());
  };
  await stage.start();
  await soon(() => email.got).toEqual([{ id: ids[0], event: stays }]);
  stage.clock.pass(1);
  await soon(() => stage.standing()).toMatchObject({ sent: 1, unsent: {}, oldestUnsent: null });
  expect(stage.openPlaces()).toBe(0);
});

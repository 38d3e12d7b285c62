import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../notifier/senders/sender.ts';
import { soon } from '../soon.ts';
import { gate, senderSaying } from './sender-saying.ts';
import { dispatchStage } from './stage.ts';
import { names, town } from './town.ts';

describe('a lane', () => {
  test('that does not answer keeps no other waiting', async () => {
    const never = gate();
    const [email, push] = [senderSaying(async () => (await never.wait(), { is: 'sent' })), senderSaying()];
    const stage = await dispatchStage(() => ({ email, push }));
    const readers = await stage.readers(...names(2));
    const browser = await stage.browser({
      endpoint: 'https://push.example.kr/1',
      p256dh: 'BA',
      auth: 'AA',
      vapidKey: '1',
    });
    for (let i = 10; i < 30; i++) await stage.tell(readers, { kind: 'closes-today', noticeId: `20260000${i}` });
    await stage.start();
    await soon(() => email.got.length).toBeGreaterThan(2);
    await stage.tell([browser], { kind: 'notice' });
    await soon(() => push.got.length).toBe(1);
    expect(email.got.length).toBeLessThan(20);
    never.open();
    await soon(() => email.got.length).toBe(40);
  });

  test('that is slow gives its places first to what has become urgent meanwhile', async () => {
    // Fifty at once, and then as many as the clock gives.
    const { stage, email, ids } = await town(60);
    for (let i = 1; i <= 3; i++) await stage.tell(ids, { kind: 'notice', noticeId: `202600000${i}` });
    await stage.start();
    await soon(() => email.got.length).toBe(50);
    // Those who have waited longer ask again before it does.
    stage.hooks.claimed = (claims) => {
      if (claims.some(({ event }) => event.kind === 'closes-today')) setTimeout(() => stage.clock.pass(1), 1);
    };
    const urgent = await stage.tell(ids.slice(0, 5), { kind: 'closes-today' });
    await soon(() => email.got.length).toBeGreaterThan(99);
    expect(email.got.slice(50, 55).map(({ event }) => event)).toEqual(Array(5).fill(urgent));
  });

  test('that is slow does not wait for a thousand to be told before it looks what else there is', async () => {
    const { stage, email, ids } = await town(60);
    stage.pause.turn = 200;
    const slow: string[] = [];
    for (let i = 1; i <= 4; i++) slow.push(await stage.tell(ids, { kind: 'notice', noticeId: `202600000${i}` }));
    await stage.start();
    await soon(() => email.got.length).toBe(50);
    const before = email.got.filter(({ event }) => event === slow[0]).length;
    await stage.store.move(slow[0]!, null, stage.clock.now());
    const claimed = claimsOf(stage);
    const urgent = await stage.tell(ids.slice(0, 5), { kind: 'closes-today' });
    await soon(claimed).toContain(urgent);
    await soon(() => claimed().filter((event) => event === urgent).length).toBeGreaterThan(1);
    const ofTheOthers = () => email.got.filter(({ event }) => slow.indexOf(event) > 0).length;
    await soon(() => (stage.clock.pass(1), ofTheOthers())).toBe(180);
    expect(email.got.filter(({ event }) => event === slow[0])).toHaveLength(before);
  });

  test('has its places back of who has left since the claim, and of a chunk that could not be put into words', async () => {
    const { stage, email, ids } = await town(70);
    let fails = true;
    stage.hooks.wording = () => {
      if (fails) throw new Error('The store is locked.');
    };
    await stage.tell(ids);
    await stage.start();
    await soon(() => stage.said).toEqual(['A chunk could not be served and is tried again: The store is locked.']);
    expect(stage.openPlaces()).toBe(0);
    await stage.looked();
    expect(stage.said).toHaveLength(1);
    fails = false;
    stage.hooks.claimed = async (claims) => {
      if (claims.length > 0)
        for (const id of ids.slice(10)) await stage.store.end(id, 'unsubscribed', stage.clock.now());
    };
    stage.clock.pass(5);
    // Fifty are looked for at once, and then as many as the clock gives.
    await soon(() => (stage.clock.pass(0.1), stage.standing())).toMatchObject({ sent: 10, unsent: {} });
    expect(email.got.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(ids.slice(0, 10));
    expect(stage.openPlaces()).toBe(0);
  });

  test('that says "later" is left alone until then', async () => {
    const later: Outcome[] = [];
    const { stage, email, ids } = await town(3, () => later.pop() ?? { is: 'sent' });
    later.push({ is: 'paused', until: stage.clock.in(120) });
    await stage.tell(ids.slice(0, 1));
    await stage.start();
    await soon(() => email.got.length).toBe(1);
    await stage.tell(ids.slice(1), { kind: 'closes-today' });
    stage.clock.pass(119);
    await stage.looked();
    expect(email.got).toHaveLength(1);
    stage.clock.pass(1);
    await soon(() => stage.standing()).toMatchObject({ sent: 3 });
  });
});

/** Events of which something is claimed from now on, as often as it is. */
function claimsOf({ hooks }: Awaited<ReturnType<typeof dispatchStage>>) {
  const claimed: string[] = [];
  hooks.claimed = (claims) => void claimed.push(...claims.map(({ event }) => event.id));
  return () => claimed;
}

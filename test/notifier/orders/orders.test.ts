import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { OrderName } from '../../../notifier/orders/orders.ts';
import { giveOrder } from '../../../notifier/orders/open-orders.ts';
import { takingOrders } from './operator.ts';

const address = 'reader@example.kr';

/** A notifier, and an operator beside it. */
async function both() {
  const notifier = await takingOrders();
  return { ...notifier, give: (name: OrderName, ...words: string[]) => giveOrder(notifier.dataDir, name, words) };
}

describe('an operator', () => {
  test('sees who there is, what waits and how long a lane needs for it, and nobody by name', async () => {
    const { give, reader, store, clock, wrong } = await both();
    const id = await reader(address);
    await reader('another@example.kr', false);
    const times = { notBefore: clock.now(), expiresAt: clock.in(3_600) };
    const notice = {
      noticeId: '2026000001',
      noticeName: '등대마을',
      noticeKind: 'apt',
      sido: '11',
      sigungu: null,
    } as const;
    const event = {
      id: 'results-2026000001',
      kind: 'results',
      ...notice,
      path: '/results/2026000001/',
      ...times,
    } as const;
    const portion = { lane: 'email others', as: 'itself', notBefore: clock.now(), ids: Uint32Array.of(id) } as const;
    await store.record(event, [portion], clock.now());
    clock.pass(90);
    expect((await give('status'))!.split('\n')).toEqual([
      'The feed is followed.',
      'email: 1 confirmed, 1 asked, 0 ended',
      'push: 0 confirmed, 0 asked, 0 ended',
      'sent 0, perhaps sent 0, expired 0; the oldest that is due waits for 90 s',
      '  email others: 1 to send, about 1 s',
    ]);
    wrong.why = 'The feeds of the site could not be read for more than ten minutes.';
    expect((await give('status'))!.split('\n')[0]).toBe(wrong.why);
  });

  test('sends a test alert to who has confirmed', async () => {
    const { give, reader, dataDir } = await both();
    await reader(address);
    expect(await give('send-test', address)).toBe('The test alert was taken.');
    const [file] = readdirSync(join(dataDir, 'mail'));
    expect(readFileSync(join(dataDir, 'mail', file!), 'utf8')).toContain(`To: ${address}`);
  });

  test('hears that a test alert was not taken where the address is not confirmed', async () => {
    const { give, reader, dataDir } = await both();
    await reader(address, false);
    expect(await give('send-test', address)).toMatch(/was not taken: the address is not confirmed/);
    expect(existsSync(join(dataDir, 'mail'))).toBe(false);
  });

  test('suppresses an address, known or not: its door is shut and nobody can sign it up', async () => {
    const { give, reader, store, door } = await both();
    const id = await reader(address);
    expect(await give('suppress', address)).toMatch(/gets nothing any more, whoever asks/);
    expect(door.left(id)).toBe(true);
    expect(await store.receipt(id)).toMatchObject({ state: 'ended', endedReason: 'suppressed' });
    await give('suppress', 'stranger@example.kr');
    for (const each of [address, 'stranger@example.kr']) {
      const asked = await store.join(
        { by: 'email', address: each },
        { places: ['all'], kinds: ['apt'], notices: [], moments: ['notice'], digestAt: null, quiet: null },
        { at: new Date(), words: '1', from: null },
      );
      expect(asked.state).toBe('suppressed');
    }
  });

  test('lifts a suppression that was wrong: the address can be asked again, and gets nothing before it says yes', async () => {
    const { give, reader, store } = await both();
    const id = await reader(address);
    expect(await give('unsuppress', address)).toMatch(/was not suppressed/);
    await give('suppress', address);
    expect(await give('unsuppress', address)).toMatch(/may be signed up again/);
    expect((await store.addresses([id])).size).toBe(0);
    expect(await reader(address, false)).toBe(id);
    expect(await store.receipt(id)).toMatchObject({ state: 'asked', address });
  });

  test('has an address forgotten: its door is shut, nothing of it is left, and who comes after hears the same', async () => {
    const { give, reader, store, door } = await both();
    const id = await reader(address);
    expect(await give('forget', address)).toMatch(/All that was known of that address is destroyed/);
    expect(door.left(id)).toBe(true);
    expect(await store.receipt(id)).toBeNull();
    await expect(give('forget', address)).rejects.toThrow('Nobody has subscribed with that address.');
  });

  test('puts addresses under a new key, and adds a VAPID key while one is in use', async () => {
    const { give, reader, store, vapid, keyring } = await both();
    const id = await reader(address);
    const old = vapid.newest();
    const header = keyring.newestHeader();
    const push = {
      by: 'push',
      endpoint: 'https://push.example.kr/1',
      p256dh: 'BA',
      auth: 'AA',
      vapidKey: old.id,
    } as const;
    await store.join(push, null, { at: new Date(), words: '1', from: null });
    expect(await give('rotate-keys')).toMatch(/^2 addresses are under a new key/);
    expect(keyring.newestHeader()).not.toEqual(header);
    expect((await store.addresses([id])).get(id)).toMatchObject({ address });
    expect(vapid.newest().id).not.toBe(old.id);
    await give('rotate-keys');
    expect(vapid.of(old.id)).toBeDefined();
  });

  test('gets a backup that is a whole store and for nobody else to read', async () => {
    const { give, reader, dataDir } = await both();
    await reader(address);
    const file = join(dataDir, 'copy.db');
    expect(await give('backup', file)).toContain(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const copy = new Database(file);
    expect(copy.prepare('SELECT count(*) AS many FROM channels').get([])).toMatchObject({ many: 1 });
    copy.close();
    await expect(give('backup', file)).rejects.toThrow(/is there already and was left alone/);
  });

  test('decides about a feed that is held', async () => {
    const { give, released } = await both();
    await give('release-hold', '1a2b3c4d', 'skip');
    expect(released).toEqual([{ hold: '1a2b3c4d', how: 'skip' }]);
  });
});

describe('an order that cannot be followed', () => {
  const wrong: [name: OrderName, words: string[], sentence: RegExp][] = [
    ['send-test', [], /^Say which e-mail address\.$/],
    ['send-test', ['stranger@example.kr'], /^Nobody has subscribed with that address\.$/],
    ['suppress', [], /^Say which e-mail address\.$/],
    ['suppress', ['reader'], /^Say which e-mail address\.$/],
    [
      'suppress',
      ['reader@example.kr', 'another@example.kr'],
      /^"suppress" takes 1 word and got 2\. Give an order for each\.$/,
    ],
    ['forget', ['reader'], /^Say which e-mail address\.$/],
    ['unsuppress', ['reader'], /^Say which e-mail address\.$/],
    ['backup', [], /^Say into which file\.$/],
    ['release-hold', ['1a2b3c4d'], /^Say which hold, and "send" or "skip"/],
    ['release-hold', ['changed', 'skip'], /^Nothing is held by that id now: .* Ask for the status\.$/],
    ['release-hold', ['1a2b3c4d', 'drop'], /^Say which hold, and "send" or "skip"/],
    ['status', ['reader@example.kr'], /^"status" takes no words and got 1\./],
    ['suppress', ['reader@example.kr'.padStart(20_000, 'a')], /^That is too long\.$/],
    ['restart' as OrderName, [], /^The notifier that runs does not know that order\. Start it again/],
  ];

  test.each(wrong)(
    '%s %j is answered with what is wrong, changes nothing and repeats no address',
    async (name, words, sentence) => {
      const { give, reader, store, released, vapid, door } = await both();
      const id = await reader(address);
      const key = vapid.newest().id;
      const error = await give(name, ...words).catch((each: Error) => each);
      expect(error).toBeInstanceOf(Error);
      expect((error as Error).message).toMatch(sentence);
      expect((error as Error).message).not.toContain('@');
      expect(await store.receipt(id)).toMatchObject({ state: 'confirmed', address });
      expect([door.left(id), released, vapid.newest().id]).toEqual([false, [], key]);
    },
  );
});

import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openKeyring } from '../../db/subscribers/keyring.ts';
import { openSubscribers } from '../../db/subscribers/open.ts';
import { retention } from '../../db/subscribers/retention.ts';
import { leaveBounce } from '../../notifier/bounces/bounce-folder.ts';
import { recipientMark } from '../../notifier/bounces/recipient-mark.ts';
import { keepHouse } from '../../notifier/keep-house.ts';
import { filePost } from '../../notifier/senders/file/file-post.ts';
import { tokensOf } from '../../notifier/tokens.ts';
import { freshFolder } from '../fresh.ts';
import { wishing } from './match/people.ts';
import { movedClock } from './moved-clock.ts';
import { soon } from './soon.ts';

const days = 86_400;

/** A store, and housekeeping that a test starts. */
async function house(pause = { bounces: 15_000, tidy: 3_600_000 }, doubted = false) {
  const [dataDir, clock] = [freshFolder(), movedClock()];
  const keyring = openKeyring(dataDir, clock.now());
  const store = openSubscribers(dataDir, 'a test', keyring);
  const tokens = tokensOf(keyring.tokenKey, clock);
  const [folder, letters] = [join(dataDir, 'bounces'), join(dataDir, 'mail')];
  const [left, said]: [number[], string[]] = [[], []];
  const stop = new AbortController();
  let ended: Promise<void> | undefined;
  let tidied = 0;
  onTestFinished(async () => {
    stop.abort();
    await ended;
    await store.close();
  });
  return {
    store,
    clock,
    tokens,
    folder,
    letters,
    left,
    said,
    tidied: () => tidied,
    /** A report that an address is gone for good; without one, of a full mailbox. */
    bounceOf: ({ id, generation }: { id: number; generation: number }, address?: string) => {
      const token = tokens.bounce(id, generation);
      return { token, gone: address ? [recipientMark(token, address)] : [] };
    },
    reader: async (name: string, yes = true) => {
      const agreed = { at: clock.now(), words: '1', from: null };
      const address = `${name}@example.kr`;
      const { id, generation } = await store.join({ by: 'email', address }, wishing(), agreed);
      if (yes) await store.confirm(id, generation, agreed);
      return { id, generation, address };
    },
    keep: (kept: Pick<typeof store, 'tidy'> = store) => {
      ended = keepHouse({
        bounces: folder,
        letters,
        store: {
          ...store,
          tidy: async (now) => {
            const removed = await kept.tidy(now);
            tidied += 1;
            return removed;
          },
        },
        pause,
        tokens,
        clock,
        inDoubt: () => doubted,
        leave: (id) => left.push(id),
        say: (line) => said.push(line),
        signal: stop.signal,
      });
    },
    stop: () => (stop.abort(), ended),
  };
}

test('an address whose mails come back for good has left, is ended, and its bounce is gone; one that may pass stays', async () => {
  const { store, bounceOf, folder, left, said, reader, keep } = await house();
  const [gone, full] = [await reader('gone'), await reader('full')];
  await leaveBounce(folder, bounceOf(gone, gone.address));
  await leaveBounce(folder, bounceOf(full));
  await leaveBounce(folder, bounceOf(full, 'forwarded@example.com'));
  keep();
  await soon(() => said).toEqual([
    '1 addresses are gone for good and get no more mail.',
    '1 bounces were about other addresses than those written to (mail that is forwarded): nothing follows.',
  ]);
  expect(left).toEqual([gone.id]);
  expect(await store.receipt(gone.id)).toMatchObject({ state: 'ended', endedReason: 'bounced' });
  expect(await store.receipt(full.id)).toMatchObject({ state: 'confirmed' });
  expect(readdirSync(folder)).toEqual([]);
});

test('what has outlived its time is removed, and nothing sooner', async () => {
  const { store, clock, reader, keep, tidied } = await house();
  const silent = await reader('silent', false);
  const left = await reader('left');
  await store.end(left.id, 'unsubscribed', clock.now());
  clock.pass(retention.unconfirmed / 1000);
  const late = await reader('late', false);
  keep();
  await soon(tidied).toBe(1);
  await soon(() => store.receipt(silent.id)).toMatchObject({ state: 'ended' });
  expect(await store.receipt(late.id)).toMatchObject({ state: 'asked' });
  expect(await store.receipt(left.id)).toMatchObject({ state: 'ended' });
});

test('a letter in a file is removed after a week, and nothing else that lies there', async () => {
  const { clock, letters, keep, tidied } = await house();
  const post = filePost(letters, clock);
  const letter = (messageId: string) =>
    post.deliver(
      { raw: Buffer.from('Subject: x\r\n\r\nx'), messageId, returnPath: '', to: '' },
      'email others',
      () => null,
    );
  await letter('old');
  const [old] = readdirSync(letters);
  clock.pass(8 * days);
  await letter('new');
  writeFileSync(join(letters, 'mine.eml'), '');
  keep();
  await soon(tidied).toBe(1);
  await soon(() => readdirSync(letters)).not.toContain(old);
  expect(readdirSync(letters)).toHaveLength(2);
});

test('while the clock is in doubt nothing is removed', async () => {
  const { store, clock, reader, keep, tidied, stop } = await house({ bounces: 5, tidy: 10 }, true);
  const silent = await reader('silent', false);
  clock.pass(400 * days);
  keep();
  await new Promise((resolve) => setTimeout(resolve, 100));
  await stop();
  expect(tidied()).toBe(0);
  expect(await store.receipt(silent.id)).toMatchObject({ state: 'asked' });
});

test('a clock that is set back removes nothing, and nothing that was removed comes back', async () => {
  const { store, clock, reader, keep, tidied, stop } = await house();
  const silent = await reader('silent', false);
  clock.pass(-400 * days);
  keep();
  await soon(tidied).toBe(1);
  await stop();
  expect(await store.receipt(silent.id)).toMatchObject({ state: 'asked' });
});

test('a bounce that cannot be read is said, names nobody and keeps nothing from being tidied', async () => {
  const { folder, keep, said, tidied } = await house();
  mkdirSync(join(folder, 'no-file.json'), { recursive: true });
  keep();
  await soon(tidied).toBe(1);
  expect(said).toEqual([expect.stringMatching(/^Housekeeping is tried again: EISDIR/)]);
});

test('it goes on: what has its time later is removed later, and a bounce that comes later is read', async () => {
  const { store, clock, bounceOf, folder, reader, keep, tidied } = await house({ bounces: 10, tidy: 20 });
  const [silent, gone] = [await reader('silent', false), await reader('gone')];
  keep();
  await soon(tidied).toBeGreaterThan(1);
  clock.pass(retention.unconfirmed / 1000);
  await leaveBounce(folder, bounceOf(gone, gone.address));
  await soon(() => store.receipt(silent.id)).toMatchObject({ state: 'ended' });
  await soon(() => store.receipt(gone.id)).toMatchObject({ state: 'ended' });
});

test('tidying that failed is tried again with the next look, and not an hour later', async () => {
  const { store, keep, said, tidied } = await house({ bounces: 10, tidy: 3_600_000 });
  keep({
    async tidy(now) {
      if (said.length === 0) throw new Error('subscribers.db is locked by another program.');
      return store.tidy(now);
    },
  });
  await soon(tidied).toBe(1);
  expect(said).toEqual(['Housekeeping is tried again: subscribers.db is locked by another program.']);
});

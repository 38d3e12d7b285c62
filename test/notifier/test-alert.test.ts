import { expect, test } from 'vitest';
import { testSender } from '../../notifier/test-alert.ts';
import type { Outcome } from '../../notifier/senders/sender.ts';
import { movedClock } from './moved-clock.ts';
import { consent, pushAddress } from './match/serve.ts';
import { freshStore, wishing } from './match/people.ts';
import { senderSaying } from './dispatch/sender-saying.ts';

/** A store with a reader and a browser, and senders that answer so. */
async function both(outcome: Outcome = { is: 'sent' }) {
  const [store, clock] = [freshStore(), movedClock()];
  const senders = { email: senderSaying(() => outcome), push: senderSaying(() => outcome) };
  const { id: reader, generation } = await store.join(
    { by: 'email', address: 'reader@example.kr' },
    wishing(),
    consent,
  );
  const { id: browser } = await store.join(pushAddress(1), wishing(), consent);
  const got = () => [senders.email.got.map(({ id }) => id), senders.push.got.map(({ id }) => id)];
  const confirm = () => store.confirm(reader, generation, consent);
  return { store, reader, browser, confirm, got, send: testSender(store, senders, clock) };
}

test('a test alert goes by the way of the channel, at once and to it alone', async () => {
  const { send, reader, browser, confirm, got } = await both();
  await confirm();
  expect(await send(reader)).toBe(true);
  expect(got()).toEqual([[reader], []]);
  expect(await send(browser)).toBe(true);
  expect(got()).toEqual([[reader], [browser]]);
});

test('it goes to nobody who has not confirmed, has left or was never there', async () => {
  const { send, store, reader, browser, got } = await both();
  await store.end(browser, 'unsubscribed', consent.at);
  for (const id of [reader, browser, 999]) expect(await send(id)).toBe(false);
  expect(got()).toEqual([[], []]);
});

test.each<[Outcome, boolean]>([
  [{ is: 'ambiguous' }, true],
  [{ is: 'retry', after: null }, false],
  [{ is: 'gone', reason: 'gone' }, false],
  [{ is: 'kept back', why: 'left' }, false],
])('where the sender says %j it counts as taken: %s', async (outcome, taken) => {
  const { send, browser } = await both(outcome);
  expect(await send(browser)).toBe(taken);
});

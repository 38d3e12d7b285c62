import { expect, test } from 'vitest';
import { freshFolder } from '../../fresh.ts';
import { soon } from '../soon.ts';
import { gate, senderSaying } from './sender-saying.ts';
import { dispatchStage } from './stage.ts';

const names = ['kim@example.kr', 'lee@example.kr', 'park@example.kr'];

test('who is told to stop ends what is on the way, writes it down and begins nothing more', async () => {
  const folder = freshFolder();
  const answer = gate();
  const first = senderSaying(async () => (await answer.wait(), { is: 'sent' }));
  const stage = await dispatchStage(() => ({ email: first }), folder);
  const ids = await stage.readers(...names);
  await stage.tell(ids.slice(0, 2));
  await stage.start();
  await soon(() => first.got.length).toBe(2);
  let stopped = false;
  const stopping = stage.stop()!.then(() => (stopped = true));
  await stage.tell(ids.slice(2), { kind: 'closes-today' });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(stopped).toBe(false);
  answer.open();
  await stopping;
  expect(await stage.standing()).toMatchObject({ sent: 2, unsent: { 'email others': 1 } });
  await stage.close();

  const second = senderSaying();
  const again = await dispatchStage(() => ({ email: second }), folder);
  await again.start();
  await soon(() => again.standing()).toMatchObject({ sent: 3, unsent: {} });
  expect([...first.got, ...second.got].map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(ids);
});

test('what could not be tried because the notifier stopped goes at once when it starts again', async () => {
  const folder = freshFolder();
  const closed = senderSaying();
  const stage = await dispatchStage(() => ({ email: closed }), folder);
  const ids = await stage.readers(...names);
  const [reached, held] = [gate(), gate()];
  stage.hooks.sending = () => (reached.open(), held.wait());
  await stage.tell(ids);
  await stage.start();
  await reached.wait();
  const stopping = stage.stop();
  await soon(() => closed.isClosed()).toBe(true);
  held.open();
  await stopping;
  expect(await stage.standing()).toMatchObject({ sent: 0 });
  await stage.close();

  const email = senderSaying();
  const again = await dispatchStage(() => ({ email }), folder);
  await again.start();
  await soon(() => email.got.length).toBe(3);
});

test('what is left when it stops goes on when it starts again, also by a clock that was set back since', async () => {
  const folder = freshFolder();
  const first = senderSaying();
  const stage = await dispatchStage(() => ({ email: first }), folder);
  const ids = await stage.readers(...Array.from({ length: 60 }, (_, i) => `reader${i}@example.kr`));
  const begun = stage.clock.in(-3_600);
  stage.clock.pass(1_800);
  await stage.tell(ids, { notBefore: begun });
  await stage.start();
  // So many at once, and then as many as the clock gives, which stands still.
  await soon(() => first.got.length).toBe(50);
  await stage.close();

  const second = senderSaying();
  const again = await dispatchStage(() => ({ email: second }), folder);
  await again.start();
  await soon(() => again.standing()).toMatchObject({ sent: 60, unsent: {} });
  expect([...first.got, ...second.got].map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(ids);
});

test('what a process had in hand when it died is taken over at once, as far as it was not written down', async () => {
  const folder = freshFolder();
  const email = senderSaying();
  const stage = await dispatchStage(() => ({ email }), folder);
  const ids = await stage.readers(...names);
  await stage.tell(ids);
  const now = stage.clock.now();
  const leaseUntil = stage.clock.in(86_400);
  const [claim] = await stage.store.claim({ now, shut: new Set(), most: 1, leaseUntil });
  const served = { ...claim!, sent: [ids[1]!], ambiguous: [], gone: [], dropped: [], againAt: null };
  await stage.store.settle([served], now);
  await stage.close();

  const again = await dispatchStage(() => ({ email }), folder);
  await again.start();
  await again.looked();
  expect(email.got).toEqual([]);
  expect(await again.store.takeOver(now)).toBe(1);
  await soon(() => again.standing()).toMatchObject({ sent: 3, unsent: {} });
  expect(email.got.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual([ids[0], ids[2]]);
});

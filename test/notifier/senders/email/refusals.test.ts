import { expect, test } from 'vitest';
import { judged } from '../../../../notifier/senders/email/judged.ts';
import { openRefusals } from '../../../../notifier/senders/email/refusals.ts';
import type { Delivery, Outcome } from '../../../../notifier/senders/sender.ts';
import { freshStore } from '../../match/people.ts';
import { delivery, outcomes, sending } from './given.ts';

const hour = 3_600_000;
const noSuchUser = '550 5.1.1 The email account that you tried to reach does not exist';

/** A mail server, and a notifier's sender of mails before it, which can be started anew. */
async function mails() {
  const { smtp, sender, door } = await sending();
  const [store, said] = [freshStore(), [] as string[]];
  let refusals = await openRefusals(store, (line) => said.push(line));
  const send = async (...ids: number[]): Promise<Record<number, Outcome>> =>
    outcomes(
      judged(sender, refusals, () => door.now()),
      ids.map((id) => to(id)),
    );
  let domain = 'gmail.com';
  const to = (id: number): Delivery => ({
    ...delivery(id),
    lane: domain === 'gmail.com' ? 'email gmail.com' : 'email others',
    to: { by: 'email', address: `reader${id}@${domain}` },
    expiresAt: new Date(door.at.getTime() + 24 * hour),
  });
  return {
    said,
    send,
    is: async (...ids: number[]) => Object.values(await send(...ids)).map(({ is }) => is),
    at: (name: string) => (domain = name),
    later: (hours: number) => (door.at = new Date(door.at.getTime() + hours * hour)),
    now: () => door.at.getTime(),
    refuse: (answer: string | null, ...ids: number[]) =>
      ids.forEach((id) => smtp.answer(`rcpt reader${id}@${domain}`, answer)),
    restart: async () => {
      await refusals.close();
      refusals = await openRefusals(store, (line) => said.push(line));
    },
    wrong: () => refusals.wrong(door.at),
  };
}

const upTo = (count: number, from = 1) => Array.from({ length: count }, (_, at) => from + at);

test('one refusal ends nobody: the reader is tried again in hours, and slows nobody down', async () => {
  const { send, refuse, now } = await mails();
  refuse(noSuchUser, 1);
  expect(await send(1, 2)).toEqual({
    1: { is: 'retry', after: new Date(now() + 4 * hour), alone: true },
    2: { is: 'sent' },
  });
});

test('who is refused again on another day is gone; not within the day, and not who was taken in between', async () => {
  const { is, refuse, later } = await mails();
  refuse(noSuchUser, 1, 2);
  expect(await is(1, 2)).toEqual(['retry', 'retry']);
  later(8);
  expect(await is(1)).toEqual(['retry']);
  refuse(null, 2);
  expect(await is(2)).toEqual(['sent']);
  refuse(noSuchUser, 2);
  later(13);
  expect(await is(1, 2)).toEqual(['gone', 'retry']);
});

test('a first refusal is known to a notifier that was started anew, and forgotten after a month', async () => {
  const { is, refuse, later, restart } = await mails();
  refuse(noSuchUser, 1, 2);
  expect(await is(1, 2)).toEqual(['retry', 'retry']);
  await restart();
  later(24);
  expect(await is(1)).toEqual(['gone']);
  later(30 * 24);
  expect(await is(2)).toEqual(['retry']);
});

test('a clock that was a week ahead at the first refusal makes the second no later', async () => {
  const { is, refuse, later } = await mails();
  refuse(noSuchUser, 1);
  later(7 * 24);
  expect(await is(1)).toEqual(['retry']);
  later(-7 * 24);
  expect(await is(1)).toEqual(['retry']);
  later(21);
  expect(await is(1)).toEqual(['gone']);
});

test('a provider that refuses many at once ends none of them, today or tomorrow, and is told of in a sentence without a name', async () => {
  const { is, refuse, later, said, wrong } = await mails();
  refuse(noSuchUser, ...upTo(30));
  expect(new Set(await is(...upTo(60)))).toEqual(new Set(['retry', 'sent']));
  expect(said).toEqual([expect.stringMatching(/^gmail\.com says of many readers at once that they do not exist\./)]);
  expect(wrong()).toBe(said[0]);
  later(24);
  expect(await is(...upTo(30))).toEqual(upTo(30).map(() => 'retry'));
  refuse(null, ...upTo(30));
  later(1);
  expect(new Set(await is(...upTo(30)))).toEqual(new Set(['sent']));
  expect(said[1]).toBe('gmail.com knows its readers again.');
  expect(wrong()).toBeNull();
  // What was noted before the doubt began is taken back.
  refuse(noSuchUser, ...upTo(3));
  later(20);
  expect(await is(...upTo(3))).toEqual(['retry', 'retry', 'retry']);
});

test('while a provider is doubted its lane is told so, and its readers are tried again soon', async () => {
  const { send, refuse, now } = await mails();
  refuse(noSuchUser, ...upTo(12));
  await send(...upTo(12));
  expect(await send(1)).toEqual({ 1: { is: 'retry', after: new Date(now() + hour / 2) } });
});

test('a doubt about one provider is none about another, and a small domain is not named', async () => {
  const { is, at, refuse, later, said } = await mails();
  at('family-kim.kr');
  refuse(noSuchUser, ...upTo(12));
  await is(...upTo(12));
  expect(said.join()).not.toContain('kim');
  at('example.kr');
  refuse(noSuchUser, 1);
  expect(await is(1)).toEqual(['retry']);
  later(21);
  expect(await is(1)).toEqual(['gone']);
});

test('one reader who is refused again and again makes no doubt, nor do the usual few of many', async () => {
  const { is, refuse, later, said } = await mails();
  refuse(noSuchUser, 1, ...upTo(4, 50));
  for (let alert = 0; alert < 15; alert++) expect(await is(1)).toEqual(['retry']);
  for (let round = 0; round < 4; round++) await is(...upTo(100));
  later(21);
  expect(await is(1, 50)).toEqual(['gone', 'gone']);
  expect(said).toEqual([]);
});

test('no provider is ill for more than a week: then its readers are believed to be gone', async () => {
  const { is, refuse, later } = await mails();
  refuse(noSuchUser, ...upTo(12));
  for (let day = 0; day < 7; day++) {
    expect(new Set(await is(...upTo(12)))).toEqual(new Set(['retry']));
    later(24);
  }
  expect(new Set(await is(...upTo(12)))).toEqual(new Set(['retry']));
  later(24);
  expect(new Set(await is(...upTo(12)))).toEqual(new Set(['gone']));
});

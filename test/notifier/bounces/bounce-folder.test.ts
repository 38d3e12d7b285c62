import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fixedClock } from '../../../db/clock.ts';
import { openKeyring } from '../../../db/subscribers/keyring.ts';
import { openSubscribers } from '../../../db/subscribers/open.ts';
import type { Wishes } from '../../../db/subscribers/wishes.ts';
import { leaveBounce, takeBounces } from '../../../notifier/bounces/bounce-folder.ts';
import { readBounce } from '../../../notifier/bounces/read-bounce.ts';
import { recipientMark } from '../../../notifier/bounces/recipient-mark.ts';
import { takeBounce } from '../../../notifier/bounces/take-bounce.ts';
import { tokensOf } from '../../../notifier/tokens.ts';
import { freshFolder } from '../../fresh.ts';
import { report } from './given.ts';

const now = new Date('2026-11-23T08:00:00+09:00');
const wishes: Wishes = {
  places: ['all'],
  kinds: ['apt'],
  notices: [],
  moments: ['results'],
  digestAt: null,
  quiet: null,
};
const consent = { at: now, words: '1', from: null };
const email = 'reader1@example.com';

/** A store with one address that has said yes, and what takes its bounces. */
async function subscribed() {
  const folder = freshFolder();
  const keyring = openKeyring(folder, now);
  const store = openSubscribers(folder, 'a test', keyring);
  onTestFinished(() => store.close());
  const clock = fixedClock(now);
  const tokens = tokensOf(keyring.tokenKey, clock);
  const { id, generation } = await store.join({ by: 'email', address: email }, wishes, consent);
  await store.confirm(id, generation, consent);
  return { folder, store, tokens, id, generation, taking: { channels: store, tokens, clock } };
}

test('an address that is gone ends its channel and is never asked again', async () => {
  const { store, tokens, id, generation, taking } = await subscribed();
  const bounce = await readBounce(report({ to: `bounce+${tokens.bounce(id, generation)}@lighthouse.example.kr` }));
  expect(await takeBounce(bounce!, taking)).toBe('ended');
  expect(await store.receipt(id)).toMatchObject({ state: 'ended', endedReason: 'bounced' });
  expect((await store.join({ by: 'email', address: email }, wishes, consent)).state).toBe('suppressed');
  expect(await takeBounce(bounce!, taking)).toBe('unknown');
});

test('a report about another address ends nobody: mail may be forwarded, and a forwarded mail shows the token', async () => {
  const { store, tokens, id, generation, taking } = await subscribed();
  const to = `bounce+${tokens.bounce(id, generation)}@lighthouse.example.kr`;
  for (const recipient of ['rfc822; other@example.com', 'rfc822; reader1@example.com.evil.example', '']) {
    const bounce = await readBounce(report({ to, recipient }));
    expect(await takeBounce(bounce!, taking)).toBe('elsewhere');
  }
  expect((await store.receipt(id))?.state).toBe('confirmed');
});

test('what may pass changes nothing', async () => {
  const { store, tokens, id, generation, taking } = await subscribed();
  expect(await takeBounce({ token: tokens.bounce(id, generation), gone: [] }, taking)).toBe('passing');
  expect((await store.receipt(id))?.state).toBe('confirmed');
});

test('a token of another purpose, generation or making ends nobody', async () => {
  const { store, tokens, id, generation, taking } = await subscribed();
  const wrong = [
    tokens.unsubscribe(id, generation),
    tokens.bounce(id, generation + 1),
    tokens.bounce(id + 1, 1),
    'a'.repeat(40),
  ];
  for (const token of wrong)
    expect(await takeBounce({ token, gone: [recipientMark(token, email)] }, taking)).toBe('unknown');
  expect((await store.receipt(id))?.state).toBe('confirmed');
});

test('bounces wait in a folder for the notifier, with a token and a mark and nothing else, and are taken once', async () => {
  const { folder, store, tokens, id, generation, taking } = await subscribed();
  const waiting = join(folder, 'bounces');
  expect(await takeBounces(waiting, taking)).toEqual({ ended: 0, passing: 0, elsewhere: 0, unknown: 0 });
  const token = tokens.bounce(id, generation);
  await leaveBounce(waiting, { token, gone: [recipientMark(token, email)] });
  await leaveBounce(waiting, { token: 'b'.repeat(40), gone: [] });
  writeFileSync(join(waiting, 'made-up.json'), '{"token":"x"}');
  writeFileSync(join(waiting, 'half.json'), '{"tok');
  const texts = readdirSync(waiting).map((name) => readFileSync(join(waiting, name), 'utf8'));
  expect(texts.join()).not.toContain('@');
  expect(await takeBounces(waiting, taking)).toEqual({ ended: 1, passing: 0, elsewhere: 0, unknown: 3 });
  expect(readdirSync(waiting)).toEqual([]);
  expect((await store.receipt(id))?.state).toBe('ended');
});

import { simpleParser } from 'mailparser';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openVapidKeys } from '../../../notifier/keys/vapid.ts';
import { senderBy } from '../../../notifier/senders/email/sender-by.ts';
import { smtpPost } from '../../../notifier/senders/email/smtp-post.ts';
import { pushHosts } from '../../../notifier/senders/push/push-hosts.ts';
import { createPushSender } from '../../../notifier/senders/push/push-sender.ts';
import { freshFolder } from '../../fresh.ts';
import { saying, startPushService, taken } from '../../stand-ins/push-service.ts';
import { startSmtp } from '../../stand-ins/smtp.ts';
import { soon } from '../soon.ts';
import { dispatchStage } from './stage.ts';

const siteUrl = 'https://lighthouse.example.kr';

/** Readers of mails, and a mail server. */
async function withMail() {
  const smtp = await startSmtp();
  const stage = await dispatchStage(({ door, clock, tokens }) => {
    const patience = { greeting: 5_000, silence: 60_000, letter: 60_000, closing: 100 };
    const post = smtpPost({ smtpUrl: smtp.url, clock, patience });
    return { email: senderBy(post, { from: 'alerts@lighthouse.example.kr', siteUrl, tokens, door }) };
  });
  onTestFinished(() => smtp.close());
  const ids = await stage.readers('kim@example.com', 'lee@example.com', 'park@example.com');
  return { stage, smtp, ids, reached: () => smtp.received.map(({ to }) => to).sort() };
}

/** Browsers, and a push service. */
async function withPush() {
  const vapid = openVapidKeys(freshFolder(), new Date('2026-11-23T10:00:00+09:00'));
  const service = await startPushService({ opens: false });
  const stage = await dispatchStage(({ door }) => ({
    push: createPushSender({
      vapid,
      subject: 'mailto:desk@example.kr',
      hosts: pushHosts([service.setting]),
      siteUrl,
      door,
      threads: 0,
      say: () => {},
      ca: service.ca,
    }),
  }));
  onTestFinished(() => service.close());
  const browser = (number: number) => {
    const { endpoint, keys } = service.subscription(number);
    return stage.browser({ endpoint, ...keys, vapidKey: vapid.newest().id });
  };
  return { stage, service, ids: [await browser(1), await browser(2)] };
}

describe('mails', () => {
  test('of which one lost its answer arrive, and that one once more ten minutes later as the same letter', async () => {
    const { stage, smtp, ids, reached } = await withMail();
    smtp.dropAt('dot');
    await stage.tell(ids);
    await stage.start();
    await soon(reached).toEqual(['kim@example.com', 'lee@example.com', 'park@example.com']);
    await soon(() => stage.standing()).toMatchObject({ sent: 2 });
    stage.clock.pass(599);
    await stage.looked();
    expect(smtp.received).toHaveLength(3);
    stage.clock.pass(1);
    await soon(() => stage.standing()).toMatchObject({ sent: 3, ambiguous: 0, unsent: {} });
    expect(smtp.counts()).toEqual({ letters: 4, different: 3, most: 2 });
  });

  test('go neither to who leaves at the last moment', async () => {
    const { stage, ids, reached } = await withMail();
    stage.hooks.sending = () => stage.leave(ids[1]!);
    await stage.tell(ids);
    await stage.start();
    await soon(() => stage.heard.length).toBe(3);
    expect(reached()).toEqual(['kim@example.com', 'park@example.com']);
    stage.clock.pass(1);
    await soon(() => stage.standing()).toMatchObject({ sent: 2, unsent: {} });
    expect(stage.heard).toContainEqual([ids[1], { is: 'kept back', why: 'left' }]);
  });

  test('nor early where the clock is set back at the last moment, and then once', async () => {
    const { stage, smtp, ids } = await withMail();
    stage.hooks.sending = () => {
      stage.hooks.sending = () => {};
      stage.clock.pass(-60);
    };
    await stage.tell(ids);
    await stage.start();
    await soon(() => stage.heard.length).toBe(3);
    for (const [, outcome] of stage.heard) expect(outcome).toEqual({ is: 'kept back', why: 'early' });
    await stage.looked();
    expect(smtp.received).toEqual([]);
    stage.clock.pass(60);
    await soon(() => stage.standing()).toMatchObject({ sent: 3, unsent: {} });
    expect(smtp.counts()).toMatchObject({ letters: 3, most: 1 });
  });

  test('nor at all where they expire at the last moment', async () => {
    const { stage, smtp, ids } = await withMail();
    stage.hooks.sending = () => stage.clock.pass(60);
    await stage.tell(ids, { expiresAt: stage.clock.in(60) });
    await stage.start();
    await soon(() => stage.heard.length).toBe(3);
    stage.clock.pass(1);
    await soon(() => stage.standing()).toMatchObject({ sent: 0, expired: 3, unsent: {} });
    expect(smtp.received).toEqual([]);
  });

  test('say what became of the notice, and why one gets them', async () => {
    const { stage, smtp, ids } = await withMail();
    await stage.tell(ids.slice(0, 1));
    await stage.start();
    await smtp.came(1);
    const { subject, text } = await simpleParser(smtp.received[0]!.raw);
    expect(subject).toContain('등대마을 첫째 단지');
    expect(text).toContain('왜 받았나요? 전국 · 아파트');
  });

  test('to a server that has fallen silent do not keep the notifier from stopping, and are not lost', async () => {
    const { stage, smtp, ids } = await withMail();
    smtp.fallSilent();
    await stage.tell(ids);
    await stage.start();
    await smtp.came(3);
    await stage.stop();
    expect(await stage.standing()).toMatchObject({ sent: 0, unsent: { 'email others': 3 } });
  });
});

describe('a push service', () => {
  test('that says 410 has ended the channel: nothing goes there again', async () => {
    const { stage, service, ids } = await withPush();
    service.manner = (asked) => (asked.path.endsWith('/1') ? saying(410)(asked, 0) : taken(asked, 0));
    await stage.tell(ids);
    await stage.start();
    await soon(() => stage.standing()).toMatchObject({ sent: 1, unsent: {}, channels: { push: { ended: 1 } } });
    expect(await stage.store.receipt(ids[0]!)).toMatchObject({ state: 'ended', endedReason: 'gone' });
    expect(stage.door.left(ids[0]!)).toBe(true);
    await stage.tell(ids, { kind: 'closes-today' });
    await soon(() => stage.standing()).toMatchObject({ sent: 2 });
    expect(service.asked()).toBe(3);
  });

  test('that says when to come again is not asked before, whatever else is due', async () => {
    const { stage, service, ids } = await withPush();
    service.manner = saying(429, { 'retry-after': '120' });
    await stage.tell(ids.slice(0, 1));
    await stage.start();
    await soon(() => stage.heard.length).toBe(1);
    service.manner = taken;
    await stage.tell(ids.slice(1), { kind: 'closes-today' });
    stage.clock.pass(119);
    await stage.looked();
    expect(service.asked()).toBe(1);
    stage.clock.pass(1);
    await soon(() => stage.standing()).toMatchObject({ sent: 2, unsent: {} });
    expect(service.asked()).toBe(3);
  });
});

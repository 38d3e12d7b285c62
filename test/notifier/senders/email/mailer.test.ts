import { simpleParser } from 'mailparser';
import { expect, onTestFinished, test } from 'vitest';
import { createMailer } from '../../../../notifier/senders/email/mailer.ts';
import { smtpPost } from '../../../../notifier/senders/email/smtp-post.ts';
import { startSmtp } from '../../../stand-ins/smtp.ts';
import { doorAt, morning, options, tokens } from './given.ts';

const wishes = {
  places: ['all'],
  kinds: ['apt' as const],
  notices: [],
  moments: ['results' as const],
  digestAt: null,
  quiet: null,
};
const who = { id: 4, generation: 2 };

async function mailing(again = [0, 0]) {
  const smtp = await startSmtp();
  const said: string[] = [];
  const clock = { now: () => morning };
  const post = smtpPost({ smtpUrl: smtp.url, clock, connections: 2 });
  const mailer = createMailer({ ...options, post, clock, again, say: (line) => said.push(line) });
  onTestFinished(async () => {
    await mailer.close();
    await smtp.close();
  });
  return { smtp, mailer, said };
}

test('who signs up gets one mail with a link to say yes, and the way out', async () => {
  const { smtp, mailer } = await mailing();
  await mailer.confirmation('reader@example.com', who, wishes);
  const mail = await simpleParser(smtp.received[0]!.raw);
  const link = /https:\/\/lighthouse\.example\.kr\/alerts\/confirm\/\?token=([a-z2-7]+)/.exec(mail.text!);
  expect(tokens.read('confirm', link![1]!)).toEqual(who);
  expect(mail.headerLines.map(({ key }) => key)).toEqual(
    expect.arrayContaining(['list-unsubscribe', 'list-unsubscribe-post']),
  );
  expect(smtp.received[0]!.from).toBe(`bounce+${tokens.bounce(4, 2)}@lighthouse.example.kr`);
});

test('the link to manage comes on request and to who signs up again; the goodbye brings none', async () => {
  const { smtp, mailer } = await mailing();
  await mailer.manage('reader@example.com', who);
  await mailer.already('reader@example.com', who);
  await mailer.goodbye('reader@example.com', who);
  const mails = await Promise.all(smtp.received.map(({ raw }) => simpleParser(raw)));
  const linkIn = (text = '') => /\/alerts\/manage\/\?token=([a-z2-7]+)/.exec(text)?.[1];
  expect(mails.map(({ text }) => linkIn(text) && tokens.read('manage', linkIn(text)!))).toEqual([who, who, undefined]);
  expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(3);
});

test('a mail that is not taken is tried again, and given up with a sentence that names nobody', async () => {
  const { smtp, mailer, said } = await mailing();
  smtp.answer('rcpt', '451 4.3.0 Later');
  const sent = mailer.manage('reader@example.com', who);
  await sent;
  expect(smtp.received).toEqual([]);
  expect(said).toEqual([
    'A mail to a single reader was given up: the mail server did not take it, or there is no such address.',
  ]);
  smtp.answer('rcpt', null);
  smtp.dropAt('rcpt', 3);
  await mailer.manage('reader@example.com', who);
  expect(smtp.received).toHaveLength(1);
});

test('an address that is none is no reason to fail', async () => {
  const { smtp, mailer, said } = await mailing();
  await mailer.confirmation('a@b.kr\r\nBcc: c@example.com', who, wishes);
  expect(smtp.connections()).toBe(0);
  expect(said).toHaveLength(1);
});

test('closing waits for no attempt to come', async () => {
  const { smtp, mailer } = await mailing([3_600_000]);
  smtp.answer('mail', '451 4.3.0 Later');
  const sent = mailer.goodbye('reader@example.com', who);
  await mailer.close();
  await expect(sent).resolves.toBeUndefined();
});

test('a sender that is no address is refused with a sentence', () => {
  const post = smtpPost({ smtpUrl: 'smtp://127.0.0.1:1', clock: doorAt() });
  for (const from of ['', '청약등대', 'a@b.kr, c@d.kr', 'x <a@b.kr>\r\nBcc: c@d.kr'])
    expect(() => createMailer({ ...options, from, post, clock: doorAt(), say: () => {} })).toThrow(/no address/);
});

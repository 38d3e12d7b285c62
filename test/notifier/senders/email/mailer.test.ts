import { createHash } from 'node:crypto';
import { simpleParser } from 'mailparser';
import { expect, onTestFinished, test } from 'vitest';
import { createMailer } from '../../../../notifier/senders/email/mailer.ts';
import type { Post } from '../../../../notifier/senders/email/post.ts';
import { smtpPost } from '../../../../notifier/senders/email/smtp-post.ts';
import { waitsOver } from '../../../../notifier/senders/email/waits-over.ts';
import { tokensOf } from '../../../../notifier/tokens.ts';
import { startSmtp } from '../../../stand-ins/smtp.ts';
import { freshStore } from '../../../db/subscribers/fresh-store.ts';
import { doorAt, morning, options, tokens } from './given.ts';

const wishes = {
  places: ['all'],
  kinds: ['apt' as const],
  notices: [],
  moments: ['results' as const],
  digestAt: null,
  quiet: null,
};
const address = 'reader@example.com';
const agreed = { at: morning, words: '1', from: null };

/** A mailer beside a store of its own, in which the reader has asked, and, unless told otherwise, has said yes. */
async function mailing({ again = [0, 0], yes = true } = {}) {
  const smtp = await startSmtp();
  const said: string[] = [];
  const clock = { now: () => morning };
  const { store } = freshStore();
  const { id, generation } = await store.join({ by: 'email', address }, wishes, agreed);
  if (yes) await store.confirm(id, generation, agreed);
  const post = smtpPost({ smtpUrl: smtp.url, clock, connections: 2 });
  let after = async () => {};
  const watched: Post = {
    ...post,
    async deliver(letter, lane, ask) {
      const outcome = await post.deliver(letter, lane, ask);
      const [now] = [after, (after = async () => {})];
      await now();
      return outcome;
    },
  };
  const mailer = createMailer({ ...options, post: watched, store, clock, again, say: (line) => said.push(line) });
  onTestFinished(async () => {
    await mailer.close();
    await smtp.close();
  });
  /** What happens between the first attempt and the next. */
  const afterFirst = (happens: () => Promise<void>) => void (after = happens);
  return { smtp, mailer, said, store, who: { id, generation }, afterFirst };
}

test('who signs up gets one mail with a link to say yes, and the way out', async () => {
  const { smtp, mailer, who } = await mailing({ yes: false });
  await mailer.confirmation(address, who, wishes);
  const mail = await simpleParser(smtp.received[0]!.raw);
  const link = /https:\/\/lighthouse\.example\.kr\/alerts\/confirm\/\?token=([a-z2-7]+)/.exec(mail.text!);
  expect(tokens.read('confirm', link![1]!)).toEqual(who);
  expect(mail.headerLines.map(({ key }) => key)).toEqual(
    expect.arrayContaining(['list-unsubscribe', 'list-unsubscribe-post']),
  );
  expect(smtp.received[0]!.from).toBe(`bounce+${tokens.bounce(who.id, who.generation)}@lighthouse.example.kr`);
});

test('the link to manage comes on request and to who signs up again; the goodbye brings none', async () => {
  const { smtp, mailer, store, who } = await mailing();
  await mailer.manage(address, who);
  await mailer.already(address, who);
  await store.forget(who.id, morning);
  await mailer.goodbye(address, who);
  const mails = await Promise.all(smtp.received.map(({ raw }) => simpleParser(raw)));
  const linkIn = (text = '') => /\/alerts\/manage\/\?token=([a-z2-7]+)/.exec(text)?.[1];
  expect(mails.map(({ text }) => linkIn(text) && tokens.read('manage', linkIn(text)!))).toEqual([who, who, undefined]);
  expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(3);
});

test('a mail that is not taken is tried again, and given up with a sentence that names nobody', async () => {
  const { smtp, mailer, said, who } = await mailing();
  smtp.answer('rcpt', '451 4.3.0 Later');
  const sent = mailer.manage(address, who);
  await sent;
  expect(smtp.received).toEqual([]);
  expect(said).toEqual([
    'A mail to a single reader was given up: the mail server did not take it, or there is no such address.',
  ]);
  smtp.answer('rcpt', null);
  smtp.dropAt('rcpt', 3);
  await mailer.manage(address, who);
  expect(smtp.received).toHaveLength(1);
});

test('an address that is none is no reason to fail', async () => {
  const { smtp, mailer, said, who } = await mailing({ yes: false });
  await mailer.confirmation('a@b.kr\r\nBcc: c@example.com', who, wishes);
  expect(smtp.connections()).toBe(0);
  expect(said).toHaveLength(1);
});

test('closing waits for no attempt to come', async () => {
  const { smtp, mailer, who } = await mailing({ again: [3_600_000] });
  smtp.answer('mail', '451 4.3.0 Later');
  const sent = mailer.manage(address, who);
  await mailer.close();
  await expect(sent).resolves.toBeUndefined();
});

test('a sender that is no address is refused with a sentence', () => {
  const post = smtpPost({ smtpUrl: 'smtp://127.0.0.1:1', clock: doorAt() });
  const { store } = freshStore();
  for (const from of ['', '청약등대', 'a@b.kr, c@d.kr', 'x <a@b.kr>\r\nBcc: c@d.kr'])
    expect(() => createMailer({ ...options, from, post, store, clock: doorAt(), say: () => {} })).toThrow(/no address/);
});

type Mailing = Awaited<ReturnType<typeof mailing>>;
type Case = [string, boolean, (given: Mailing) => Promise<void>, (given: Mailing) => Promise<unknown>];

const question = ({ mailer, who }: Mailing) => mailer.confirmation(address, who, wishes);
const link = ({ mailer, who }: Mailing) => mailer.manage(address, who);
const suppressed = ({ store }: Mailing) => store.suppress(address, 'complained', morning);

test.each<Case>([
  ['a question to an address that is suppressed meanwhile', false, question, suppressed],
  ['a question to who is erased meanwhile', false, question, ({ store, who }) => store.forget(who.id, morning)],
  [
    'a question that is answered meanwhile',
    false,
    question,
    ({ store, who }) => store.confirm(who.id, who.generation, agreed),
  ],
  ['a link for who leaves meanwhile', true, link, ({ store, who }) => store.end(who.id, 'unsubscribed', morning)],
  ['a link for an address that is suppressed meanwhile', true, link, suppressed],
  [
    'a link for who has left and signed up anew meanwhile',
    true,
    link,
    async ({ store, who }) => {
      await store.end(who.id, 'unsubscribed', morning);
      const again = await store.join({ by: 'email', address }, wishes, agreed);
      await store.confirm(again.id, again.generation, agreed);
    },
  ],
])('%s does not go any more', async (_, yes, write, happens) => {
  const given = await mailing({ again: [0, 0], yes });
  const { smtp, said } = given;
  smtp.answer('rcpt', '451 4.3.0 Later');
  given.afterFirst(async () => {
    await happens(given);
    smtp.answer('rcpt', null);
  });
  await write(given);
  expect([smtp.received, said]).toEqual([[], []]);
});

test('who leaves while a server is being asked gets nothing: the mail asks right before its first byte', async () => {
  const { store, who } = await mailing();
  const heard: unknown[] = [];
  const post: Post = {
    async deliver(_letter, _lane, ask) {
      heard.push(ask());
      mailer.leave(who.id + 1);
      heard.push(ask());
      mailer.leave(who.id);
      heard.push(ask());
      return { is: 'kept back', why: 'left' };
    },
    close: async () => {},
  };
  const mailer = createMailer({ ...options, post, store, clock: doorAt(), say: () => {} });
  await mailer.manage(address, who);
  expect(heard).toEqual([null, null, 'left']);
});

test('the goodbye goes after leaving, but not to who has signed up anew meanwhile', async () => {
  const { smtp, mailer, store, who } = await mailing();
  mailer.leave(who.id);
  await store.forget(who.id, morning);
  await mailer.goodbye(address, who);
  expect(smtp.received).toHaveLength(1);
  await store.join({ by: 'email', address }, wishes, agreed);
  await mailer.goodbye(address, who);
  expect(smtp.received).toHaveLength(1);
});

test('a question outlives an outage of hours, and the link in it is as fresh as the mail', async () => {
  const { store, who } = await mailing({ yes: false });
  const clock = doorAt();
  const links: string[] = [];
  const post: Post = {
    async deliver(letter) {
      links.push(/token=([a-z2-7]+)/.exec((await simpleParser(letter.raw)).text!)![1]!);
      clock.at = new Date(clock.at.getTime() + 600_000);
      return links.length < 140 ? { is: 'retry', after: null } : { is: 'sent' };
    },
    close: async () => {},
  };
  const again = waitsOver(24 * 3_600_000).map(() => 0);
  const theirs = tokensOf(createHash('sha256').update('a test').digest(), clock);
  const mailer = createMailer({ ...options, tokens: theirs, post, store, clock, again, say: () => {} });
  await mailer.confirmation(address, who, wishes);
  expect(links).toHaveLength(140);
  expect(new Set(links).size).toBe(140);
});

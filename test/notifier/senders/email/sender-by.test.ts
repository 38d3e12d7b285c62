import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { senderBy } from '../../../../notifier/senders/email/sender-by.ts';
import { smtpPost } from '../../../../notifier/senders/email/smtp-post.ts';
import { startSmtp } from '../../../stand-ins/smtp.ts';
import { message } from '../../messages/given.ts';
import { delivery, doorAt, morning, options, outcomes, sending, tokens } from './given.ts';

const after = (minutes: number) => new Date(morning.getTime() + minutes * 60_000);

test('an alert arrives as one mail to one reader, in text and in HTML', async () => {
  const { smtp, send } = await sending();
  expect(await send(delivery(1))).toEqual({ 1: { is: 'sent' } });
  const [{ from, to, raw } = { from: '', to: '', raw: Buffer.alloc(0) }] = smtp.received;
  expect(to).toBe('reader1@example.com');
  expect(from).toBe(`bounce+${tokens.bounce(1, 1)}@lighthouse.example.kr`);
  const mail = await simpleParser(raw);
  expect(mail.subject).toBe('[청약등대] 등대마을 첫째 단지 접수가 오늘 시작됩니다');
  expect(mail.from?.text).toBe('"청약등대" <alerts@lighthouse.example.kr>');
  expect(mail.text).toContain('https://lighthouse.example.kr/notices/2026000001/');
  expect(mail.html).toContain('href="https://lighthouse.example.kr/notices/2026000001/"');
  expect(mail.attachments).toEqual([]);
});

test('each mail says how to end it in one click, that a machine wrote it, and when', async () => {
  const { smtp, send } = await sending();
  await send(delivery(5, { generation: 2 }));
  const mail = await simpleParser(smtp.received[0]!.raw);
  const header = (name: string) => mail.headerLines.find(({ key }) => key === name)?.line;
  const token = tokens.unsubscribe(5, 2);
  expect(header('list-unsubscribe')).toBe(
    `List-Unsubscribe: <https://lighthouse.example.kr/alerts/unsubscribe/?token=${token}>`,
  );
  expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  expect(header('auto-submitted')).toBe('Auto-Submitted: auto-generated');
  expect(header('feedback-id')).toBeUndefined();
  expect(header('x-mailer')).toBeUndefined();
  expect(mail.date).toEqual(morning);
  expect(mail.text).toContain(token);
  expect(mail.html).toContain(token);
});

test('the same alert to the same reader has the same Message-ID however often it is sent; any other has another', async () => {
  const { smtp, send } = await sending();
  await send(delivery(1), delivery(2));
  await send(delivery(1));
  await send(delivery(1, { messages: [message({ kind: 'results', id: 'results-2026000001' })] }));
  const idsOf = async (to: string) =>
    Promise.all(
      smtp.received.filter((each) => each.to === to).map(async ({ raw }) => (await simpleParser(raw)).messageId),
    );
  const [first, again, other] = await idsOf('reader1@example.com');
  expect(first).toMatch(/^<[0-9a-f]{32}@lighthouse\.example\.kr>$/);
  expect(again).toBe(first);
  expect(new Set([first, other, ...(await idsOf('reader2@example.com'))]).size).toBe(3);
});

test('a digest is one mail, the same one when it is sent again, whatever has expired meanwhile; a later one is another', async () => {
  const { smtp, send } = await sending();
  const messages = (['opens-today', 'closes-today', 'results'] as const).map((kind) =>
    message({ kind, id: kind, noticeName: `${kind} 단지` }),
  );
  const [hour, second] = ['digest-2026-11-23-08', 'digest-2026-11-23-08-2'];
  await send(delivery(1, { messages, digest: hour }));
  await send(delivery(1, { messages: messages.slice(2), digest: hour }));
  await send(delivery(1, { messages: messages.slice(2), digest: second }));
  const [first, again, late] = await Promise.all(smtp.received.map(({ raw }) => simpleParser(raw)));
  expect(first!.subject).toBe('[청약등대] 11월 23일(월) 청약 소식을 모았습니다');
  for (const { dated } of messages) expect(first!.text).toContain(dated);
  expect(again!.messageId).toBe(first!.messageId);
  expect(late!.messageId).not.toBe(first!.messageId);
});

test('many mails share few connections, and all arrive once', async () => {
  const { smtp, send } = await sending({ connections: 3 });
  const ids = Array.from({ length: 200 }, (_, index) => index + 1);
  const answers = await send(...ids.map((id) => delivery(id)));
  expect(Object.values(answers).every(({ is }) => is === 'sent')).toBe(true);
  expect(smtp.counts()).toEqual({ letters: 200, different: 200, most: 1 });
  expect(smtp.connections()).toBeLessThanOrEqual(3);
});

test('nothing leaves early, late, or to who has left', async () => {
  const { smtp, door, send } = await sending();
  door.gone.add(3);
  const early = delivery(1, { notBefore: after(1) });
  const late = delivery(2, { expiresAt: morning });
  expect(await send(early, late, delivery(3))).toEqual({
    1: { is: 'kept back', why: 'early' },
    2: { is: 'kept back', why: 'late' },
    3: { is: 'kept back', why: 'left' },
  });
  expect(smtp.connections()).toBe(0);
});

test('who leaves while the mail server is already told of them gets nothing', async () => {
  const { smtp, door, send } = await sending();
  let asked = 0;
  const left = door.left;
  // The third time is when the server has said 354 and waits for the letter.
  door.left = (id) => left(id) || ++asked >= 3;
  expect(await send(delivery(1))).toEqual({ 1: { is: 'kept back', why: 'left' } });
  expect(asked).toBe(3);
  expect(smtp.connections()).toBe(1);
  expect(smtp.received).toEqual([]);
  door.left = left;
  expect(await send(delivery(2))).toEqual({ 2: { is: 'sent' } });
  expect(smtp.received.map(({ to }) => to)).toEqual(['reader2@example.com']);
});

test.each(['connect', 'ehlo', 'mail', 'rcpt', 'data'] as const)(
  'a connection lost at %s, before the letter, is tried once more at once, and nothing is sent twice',
  async (stage) => {
    const { smtp, send } = await sending();
    smtp.dropAt(stage);
    expect(await send(delivery(1))).toEqual({ 1: { is: 'sent' } });
    const other = await sending();
    other.smtp.dropAt(stage, 2);
    expect(await other.send(delivery(1))).toEqual({ 1: { is: 'retry', after: null } });
    expect(await other.send(delivery(1))).toEqual({ 1: { is: 'sent' } });
    for (const each of [smtp, other.smtp]) expect(each.counts()).toEqual({ letters: 1, different: 1, most: 1 });
  },
);

test.each(['content', 'dot'] as const)(
  'a connection lost at %s, when the letter may have been taken, says so',
  async (stage) => {
    const { smtp, send } = await sending();
    smtp.dropAt(stage);
    expect(await send(delivery(1))).toEqual({ 1: { is: 'ambiguous' } });
    expect(smtp.counts().letters).toBe(stage === 'dot' ? 1 : 0);
  },
);

test('a connection lost after the answer changes nothing', async () => {
  const { smtp, send } = await sending();
  smtp.dropAt('answered');
  expect(await send(delivery(1))).toEqual({ 1: { is: 'sent' } });
  expect(await send(delivery(2))).toEqual({ 2: { is: 'sent' } });
  expect(smtp.counts()).toEqual({ letters: 2, different: 2, most: 1 });
});

test('a server that takes the letter and never answers is not waited for without end', async () => {
  const patience = { greeting: 1_000, silence: 500, letter: 3_000, closing: 100 };
  const { smtp, send } = await sending({ patience });
  smtp.fallSilent();
  expect(await send(delivery(1))).toEqual({ 1: { is: 'ambiguous' } });
});

test('an address that does not exist ends its channel; a full mailbox or a policy does not', async () => {
  const { smtp, send } = await sending();
  smtp.answer('rcpt reader1@example.com', '550 5.1.1 No such user');
  smtp.answer('rcpt reader2@example.com', '452 4.2.2 Mailbox full');
  smtp.answer('rcpt reader3@example.com', '550 5.7.1 Refused by policy');
  smtp.answer('data reader4@example.com', '554 5.6.0 We do not like this letter');
  smtp.answer('rcpt reader5@example.com', '550 No');
  expect(await send(...[1, 2, 3, 4, 5, 6].map((id) => delivery(id)))).toEqual({
    1: { is: 'gone', reason: 'bounced' },
    2: { is: 'retry', after: after(15) },
    3: { is: 'retry', after: after(240) },
    4: { is: 'retry', after: after(240) },
    5: { is: 'retry', after: after(240) },
    6: { is: 'sent' },
  });
});

test('a large provider that wants it slower pauses its lane alone, and the rest of the lane is not even tried', async () => {
  const { smtp, send } = await sending({ atOncePerLane: 1 });
  smtp.answer('rcpt reader1@example.com', '451 4.7.0 Too many mails');
  const naver = (id: number) => delivery(id, { lane: 'email naver.com' });
  expect(await send(naver(1), naver(2), delivery(3))).toEqual({
    1: { is: 'paused', until: after(2) },
    2: { is: 'paused', until: after(2) },
    3: { is: 'sent' },
  });
  expect(smtp.received.map(({ to }) => to)).toEqual(['reader3@example.com']);
});

test('a pause that a clock a day ahead has set is over when the clock is right again', async () => {
  const { smtp, door, send } = await sending({ atOncePerLane: 1 });
  const naver = (id: number) => delivery(id, { lane: 'email naver.com', expiresAt: after(3_000) });
  door.at = after(1_440);
  smtp.answer('rcpt reader1@example.com', '451 4.7.0 Too many mails');
  expect(await send(naver(1))).toEqual({ 1: { is: 'paused', until: after(1_442) } });
  expect(await send(naver(2))).toEqual({ 2: { is: 'paused', until: after(1_442) } });
  door.at = morning;
  expect(await send(naver(2))).toEqual({ 2: { is: 'sent' } });
});

test('of many small domains one that wants it slower does not hold up the others', async () => {
  const { smtp, send } = await sending({ atOncePerLane: 1 });
  smtp.answer('rcpt reader1@example.com', '450 4.7.1 Greylisted, come again');
  expect(await send(delivery(1), delivery(2))).toEqual({ 1: { is: 'retry', after: after(15) }, 2: { is: 'sent' } });
});

test('a server that refuses us, cannot be reached or loses every connection pauses everything, and is told of once, in codes', async () => {
  const [said, wrong] = [[] as string[], [] as (string | null)[]];
  const { smtp, door, send } = await sending({
    say: (line) => said.push(line),
    trouble: (sentence) => wrong.push(sentence),
    atOncePerLane: 1,
  });
  smtp.answer('greeting', '554 5.7.1 reader1@example.com is a bad one');
  expect(await send(delivery(1))).toEqual({ 1: { is: 'paused', until: after(2) } });
  door.at = after(2);
  expect(await send(delivery(2))).toEqual({ 2: { is: 'paused', until: after(4) } });
  smtp.answer('greeting', null);
  door.at = after(5);
  expect(await send(delivery(3))).toEqual({ 3: { is: 'sent' } });
  smtp.dropAt('mail', 99);
  const outcomesOfMany = await send(delivery(4), delivery(5), delivery(6), delivery(7));
  expect(Object.values(outcomesOfMany).map(({ is }) => is)).toEqual(['retry', 'retry', 'paused', 'paused']);
  expect(said).toEqual([
    expect.stringMatching(/^The mail server does not take mails \(554\)\./),
    'The mail server takes mails again.',
    expect.stringMatching(/^The mail server does not take mails \(E[A-Z]+\)\./),
  ]);
  expect(wrong).toEqual([said[0], null, said[2]]);
});

test('where nobody listens the lane pauses', async () => {
  const smtp = await startSmtp();
  await smtp.close();
  const { send } = await sending({ smtpUrl: `smtp://127.0.0.1:${smtp.port}` });
  expect(await send(delivery(1))).toEqual({ 1: { is: 'paused', until: after(2) } });
});

test('a letter and a password go to another machine with TLS or not at all', async () => {
  const said: string[] = [];
  const { smtp, send } = await sending({ say: (line) => said.push(line) });
  const elsewhere = `smtp://somebody:secret@0.0.0.0:${smtp.port}`;
  const post = smtpPost({ smtpUrl: elsewhere, clock: doorAt(), say: (line) => said.push(line) });
  const open = senderBy(post, { ...options, door: doorAt() });
  expect(await outcomes(open, [delivery(1)])).toEqual({ 1: { is: 'paused', until: after(2) } });
  await open.close();
  expect(smtp.received).toEqual([]);
  expect(said.join()).not.toContain('secret');
  expect(await send(delivery(1))).toEqual({ 1: { is: 'sent' } });
});

test('an address that could be more than one line or address is never told to a server', async () => {
  const { smtp, send } = await sending();
  const hostile = [
    'a@b.kr\r\nRCPT TO:<c@example.com>',
    'a@b.kr>\r\nDATA',
    'a@b.kr,c@example.com',
    'a b@example.com',
    '@example.com',
    'a@',
    '',
  ];
  const answers = await send(...hostile.map((address, at) => delivery(at + 1, { to: { by: 'email', address } })));
  expect(Object.values(answers)).toEqual(hostile.map(() => ({ is: 'gone', reason: 'bounced' })));
  expect(smtp.connections()).toBe(0);
});

test('closing finishes what is under way, takes nothing more, and answers everybody once', async () => {
  const { smtp, sender } = await sending({ atOncePerLane: 2, connections: 2 });
  const deliveries = Array.from({ length: 50 }, (_, index) => delivery(index + 1));
  const sent = outcomes(sender, deliveries);
  await smtp.came(1);
  await sender.close();
  const answers = await sent;
  expect(Object.keys(answers)).toHaveLength(50);
  const kinds = Object.values(answers).map(({ is }) => is);
  expect(new Set(kinds)).toEqual(new Set(['sent', 'retry']));
  expect(kinds.filter((is) => is === 'sent')).toHaveLength(smtp.received.length);
  expect(await outcomes(sender, [delivery(99)])).toEqual({ 99: { is: 'retry', after: null } });
});

test('closing does not wait for a server that has fallen silent', async () => {
  const patience = { greeting: 1_000, silence: 60_000, letter: 60_000, closing: 100 };
  const { smtp, sender } = await sending({ patience });
  smtp.fallSilent();
  const sent = outcomes(sender, [delivery(1)]);
  await smtp.came(1);
  await sender.close();
  expect(await sent).toEqual({ 1: { is: 'ambiguous' } });
});

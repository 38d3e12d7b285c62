import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBounce } from '../../../notifier/bounces/read-bounce.ts';
import { recipientMark } from '../../../notifier/bounces/recipient-mark.ts';
import { report } from './given.ts';

const token = 'abcdefghijklmnopqrstuvwxyz234567abcdefgh';
const to = `bounce+${token}@lighthouse.example.kr`;
const gone = [recipientMark(token, 'reader1@example.com')];

test.each([
  ['5.1.1', 'smtp; 550 5.1.1 No such user'],
  ['5.1.2', 'dns; no such domain'],
  ['5.0.0', 'smtp; 550 5.1.1 <reader1@example.com>:\r\n    No such user'],
  ['5.0.0', 'smtp; 550 User unknown'],
])('an address that does not exist is reported as gone for good: %s', async (status, diagnostic) => {
  expect(await readBounce(report({ to, status, diagnostic }))).toEqual({ token, gone });
});

test.each([
  ['failed', '5.7.1', 'smtp; 550 5.7.1 Blocked'],
  ['failed', '5.2.2', 'smtp; 552 5.2.2 Mailbox full'],
  ['failed', '4.4.7', 'smtp; 451 4.4.1 Timed out'],
  ['failed', '5.0.0', 'smtp; 550 No reason'],
  ['delayed', '4.4.1', 'smtp; 421 Later'],
  ['delayed', '5.1.1', 'smtp; 550 5.1.1 Odd, but not failed yet'],
])('anything that may pass is not: %s %s', async (action, status, diagnostic) => {
  expect(await readBounce(report({ to, action, status, diagnostic }))).toEqual({ token, gone: [] });
});

test.each(['delivered', 'relayed', 'expanded'])('a mail that was %s is no bounce', async (action) => {
  expect(await readBounce(report({ to, action, status: '2.0.0', diagnostic: 'smtp; 250 OK' }))).toBeNull();
});

test('whom it is about says the address that it came to, never its text', async () => {
  expect(await readBounce(report({ to: 'alerts@lighthouse.example.kr' }))).toBeNull();
  expect(await readBounce(report({ to: 'somebody@lighthouse.example.kr' }), to)).toEqual({ token, gone });
  const other = `bounce+${token.replaceAll('a', 'b')}@lighthouse.example.kr`;
  expect((await readBounce(report({ to: other }), to))?.token).toBe(token);
});

test.each(['rfc822;Reader1@Example.com', 'RFC822; <reader1@example.com>', 'utf-8; reader1@example.com'])(
  'the address that failed is marked, however it is written: %s',
  async (recipient) => {
    expect(await readBounce(report({ to, recipient }))).toEqual({ token, gone });
  },
);

test('where a mail was forwarded, what failed is the other address', async () => {
  const elsewhere = recipientMark(token, 'other@example.com');
  expect(await readBounce(report({ to, recipient: 'rfc822; other@example.com' }))).toEqual({
    token,
    gone: [elsewhere],
  });
});

test('servers that write local parts in large letters are understood', async () => {
  expect((await readBounce(report({ to: to.toUpperCase() })))?.token).toBe(token);
});

test('an absence note, junk and no mail at all are no bounces', async () => {
  const note = `From: reader@example.com\r\nTo: ${to}\r\nSubject: Out of office\r\nAuto-Submitted: auto-replied\r\n\r\n550 5.1.1 I am away`;
  for (const mail of [
    note,
    '',
    'x'.repeat(100_000),
    '\0\r\n\r\n\0',
    `To: ${to}\r\n\r\nAction: failed\r\nStatus: 5.1.1`,
  ])
    expect(await readBounce(Buffer.from(mail))).toBeNull();
});

test('whatever comes, reading ends in a bounce or in none', async () => {
  const whole = report({ to });
  await fc.assert(
    fc.asyncProperty(
      fc.nat(whole.length),
      fc.nat(whole.length),
      fc.uint8Array({ maxLength: 20 }),
      async (from, length, junk) => {
        const mail = Buffer.concat([whole.subarray(0, from), junk, whole.subarray(from + length)]);
        const read = await readBounce(mail);
        if (read) expect(Object.keys(read)).toEqual(['token', 'gone']);
      },
    ),
    { numRuns: 200 },
  );
  expect(await readBounce(Buffer.concat([whole, Buffer.alloc(5 << 20, 'x')]))).toEqual({ token, gone });
});

import { expect, test } from 'vitest';
import { outcomeOf, type Failure } from '../../../../notifier/senders/email/outcome-of.ts';

const now = new Date('2026-11-23T08:00:00+09:00');
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const paused = { is: 'paused', until: after(2) };
const soon = { is: 'retry', after: after(15) };
const hours = { is: 'retry', after: after(240) };
const gone = { is: 'gone', reason: 'bounced' };

function answered(response: string, command: string, lane = 'email naver.com') {
  const failure = { code: 'EENVELOPE', responseCode: Number(response.slice(0, 3)), response, command };
  return outcomeOf(failure, { lane, handedOver: command === 'DATA', now });
}

test.each([
  ['554 5.3.2 We are closed', 'CONN'],
  ['421 4.3.2 Shutting down', 'EHLO'],
  ['535 5.7.8 Bad password', 'AUTH PLAIN'],
  ['454 4.7.0 No TLS today', 'STARTTLS'],
  ['421 4.7.0 Closing', 'RCPT TO'],
  ['451 4.3.0 Not now', 'MAIL FROM'],
])('%s at %s is about us: the lane pauses', (response, command) => {
  expect(answered(response, command)).toEqual(paused);
  expect(answered(response, command, 'email others')).toEqual(paused);
});

test.each(['450 4.7.1 Slow down', '451 Try later', '452 4.3.1 Disk full'])(
  '%s of a large provider pauses its lane, of a small domain only the one reader',
  (response) => {
    for (const command of ['RCPT TO', 'DATA']) {
      expect(answered(response, command)).toEqual(paused);
      expect(answered(response, command, 'email others')).toEqual(soon);
    }
  },
);

test.each(['452 4.2.2 Mailbox full', '450 4.2.1 Too fast for this mailbox', '450 4.1.8 Unknown for now'])(
  '%s is about one mailbox: nobody else waits',
  (response) => expect(answered(response, 'RCPT TO')).toEqual(soon),
);

test.each([
  '550 5.1.1 No such user',
  '550-5.1.1 No such user',
  '550 5.1.10 Null MX',
  '553 5.1.3 Bad syntax',
  '550 5.1.2 No such host',
])('%s: there is no such address, for good', (response) => expect(answered(response, 'RCPT TO')).toEqual(gone));

test.each([
  '550 User unknown',
  '550 No such user here',
  '551 5.1.0 Recipient address is unknown',
  '550 5.0.0 The mailbox does not exist',
  '553-Invalid recipient',
])('%s: it says so in words where its status says nothing', (response) => {
  expect(answered(response, 'RCPT TO')).toEqual(gone);
  expect(answered(response, 'DATA')).toEqual(hours);
});

test.each([
  '550 5.1.0 Refused',
  '550 5.7.1 User unknown to our policy',
  '552 Unknown user',
  '550 Your address is blocked for unknown reasons',
  '550 5.7.1 Blocked',
  '550 5.2.1 Too fast, says Gmail',
  '552 5.2.2 Mailbox full',
  '550 Who knows',
  '550 5.1.8 Your address is bad',
  '550 5.1.7 Your address is malformed',
  '550 the status 5.1.1 is only quoted here',
])('%s ends nobody: it is tried again in some hours', (response) => {
  expect(answered(response, 'RCPT TO')).toEqual(hours);
});

test('what a server says to our own address ends no reader', () => {
  expect(answered('550 5.1.1 Unknown sender', 'MAIL FROM')).toEqual(hours);
});

test.each<Failure>([
  { code: 'EDNS' },
  { code: 'ETLS', command: 'STARTTLS' },
  { code: 'ESOCKET', originalCode: 'ECONNREFUSED' },
  { code: 'ETIMEDOUT', timeoutType: 'GREETING_TIMEOUT' },
  { code: 'ENOAUTH' },
])('a server that cannot be reached as it must be pauses the lane: %o', (failure) => {
  expect(outcomeOf(failure, { lane: 'email naver.com', handedOver: false, now })).toEqual(paused);
});

test.each<Failure>([
  { code: 'ESOCKET', originalCode: 'ECONNRESET' },
  { code: 'ECONNECTION' },
  { code: 'ETIMEDOUT', timeoutType: 'SOCKET_TIMEOUT' },
  { code: 'EABORT' },
])('a connection that is lost says nothing of the letter once that was handed over: %o', (failure) => {
  expect(outcomeOf(failure, { lane: 'email others', handedOver: true, now })).toEqual({ is: 'ambiguous' });
  expect(outcomeOf(failure, { lane: 'email others', handedOver: false, now })).toEqual({ is: 'retry', after: null });
});

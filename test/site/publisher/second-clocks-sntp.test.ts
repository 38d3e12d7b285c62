import { expect, test } from 'vitest';
import { fixedClock, runningClock } from '../../../db/clock.ts';
import { doubtOf } from '../../../site/publisher/second-clocks.ts';
import { compare } from '../../../site/publisher/sntp.ts';
import {
  asClient,
  cutShort,
  honest,
  kissOfDeath,
  silent,
  startNtpServer,
  stratum16,
  timesTurnedRound,
  unsynchronised,
  vague,
  wrongEcho,
} from '../../stand-ins/time-server.ts';

const instant = new Date('2026-11-22T10:29:58.250Z');
const standing = fixedClock(instant);

test.each([900, -900, 0])('a time server that is %i ms off agrees', async (offset) => {
  const { url } = await startNtpServer(standing, offset);
  expect(await doubtOf(url, standing)).toBe(null);
});

test('a clock that is 1.5 s ahead of a time server does not agree', async () => {
  const { url, host } = await startNtpServer(standing, -1500);
  expect(await doubtOf(url, standing)).toContain(`This machine's clock is 1.5 s ahead of ${host}.`);
});

test('a clock that is an hour behind a time server does not agree', async () => {
  const { url, host } = await startNtpServer(standing, 3_600_000);
  expect(await doubtOf(url, standing)).toContain(`This machine's clock is 3600.0 s behind ${host}.`);
});

test('the way there and back is taken into account, not what the server took to answer', () => {
  // Asked at 10.000 s and back after 400 ms, of which the server says it had the question for 100.
  const answer = { received: 11_650, sent: 11_750 };
  expect(compare(answer, 10_000, 400)).toEqual({ ahead: -1500, uncertainty: 150 });
  expect(compare({ received: 10_005, sent: 10_010 }, 10_000, 2)).toMatchObject({ uncertainty: 0 });
});

test.each([
  [{ received: 11_000, sent: 10_999 }, 'answered before it was asked'],
  [{ received: 9_000, sent: 12_000 }, 'had the question for longer than we waited'],
])('times that contradict each other are refused: it $1', (answer) => {
  expect(() => compare(answer, 10_000, 400)).toThrow('contradict each other');
});

test.each([
  ['a kiss of death', kissOfDeath('RATE'), 'refuses to tell the time (RATE).'],
  ['a kiss of death with control characters', kissOfDeath('\u001B[2J'), 'refuses to tell the time.'],
  ['a server that is not synchronised', unsynchronised, 'has lost the time itself.'],
  ['a server of stratum 16', stratum16, 'has lost the time itself.'],
  ['a server two seconds away from its own source', vague, 'has lost the time itself.'],
  ['an echo of our own packet', asClient, 'gives an answer that is no answer of a time server.'],
  ['an answer sent before its question came', timesTurnedRound, 'tells times that contradict each other.'],
])('%s has not agreed', async (_, manner, words) => {
  const { url, host } = await startNtpServer(standing, 0, manner);
  expect(await doubtOf(url, standing)).toContain(`The second clock ${host} ${words} See that`);
});

test('an answer to another question is passed over, and the one to ours is heard', async () => {
  const { url } = await startNtpServer(standing, 0, (packet) => [wrongEcho(packet), ...cutShort(packet), packet]);
  expect(await doubtOf(url, standing)).toBe(null);
});

test.each([
  ['nothing', silent],
  ['half a packet', cutShort],
  ['the answer to another question', (packet: Buffer) => [wrongEcho(packet)]],
])('a server that sends %s did not answer', async (_, manner) => {
  const { url, host } = await startNtpServer(standing, 0, manner);
  expect(await doubtOf(url, standing)).toContain(`The second clock ${host} did not answer within 2.0 s.`);
});

test('a port where nobody listens has not agreed', async () => {
  expect(await doubtOf('ntp://127.0.0.1:1', standing)).toContain(
    '127.0.0.1:1 could not be asked (ECONNREFUSED). See that it can be reached',
  );
});

test('a name that nobody has has not agreed', async () => {
  expect(await doubtOf('ntp://no-such-clock.invalid', standing)).toMatch(/^The second clock no-such-clock.invalid /);
});

test('a question tells nothing of us and is never asked the same way twice', async () => {
  const { url, asked } = await startNtpServer(standing);
  await doubtOf(url, standing);
  await doubtOf(url, standing);
  const [first, second] = asked as [Buffer, Buffer];
  const empty = Buffer.alloc(39);
  for (const packet of [first, second]) {
    expect(packet.length).toBe(48);
    expect(packet[0], 'version 4, client').toBe(0b00_100_011);
    expect(packet.subarray(1, 40)).toEqual(empty);
  }
  expect(first.subarray(40)).not.toEqual(second.subarray(40));
});

test.each(['2036-02-07T06:28:15.999Z', '2036-02-07T06:28:16Z', '2036-02-07T06:28:16.001Z', '2040-02-29T00:00:00Z'])(
  'at %s, around the day the seconds since 1900 begin anew, the time is still read',
  async (day) => {
    const then = new Date(day);
    const { url, host } = await startNtpServer(fixedClock(then));
    expect(await doubtOf(url, fixedClock(then))).toBe(null);
    expect(await doubtOf(url, fixedClock(new Date(then.getTime() + 5000)))).toContain(`5.0 s ahead of ${host}`);
  },
);

test('a clock may run across the day the seconds begin anew', async () => {
  const running = runningClock(new Date('2036-02-07T06:28:15.990Z'));
  const { url } = await startNtpServer(running);
  for (let ask = 0; ask < 30; ask++) expect(await doubtOf(url, running)).toBe(null);
  expect(running.now().getTime()).toBeGreaterThan(Date.parse('2036-02-07T06:28:15.990Z'));
});

test('a manner of the stand-in is live', async () => {
  const ntp = await startNtpServer(standing, 0, kissOfDeath('DENY'));
  expect(await doubtOf(ntp.url, standing)).toContain('(DENY)');
  ntp.manner = honest;
  expect(await doubtOf(ntp.url, standing)).toBe(null);
});

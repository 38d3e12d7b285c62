import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createTransport } from 'nodemailer';
import { fixedClock, parseInstant } from '../../db/clock.ts';
import { openDoor } from '../../notifier/door.ts';
import { linksOf } from '../../notifier/messages/links.ts';
import { alertMail } from '../../notifier/messages/mail/alert-mail.ts';
import { messageOf } from '../../notifier/messages/message-of.ts';
import type { Message } from '../../notifier/messages/message.ts';
import { senderBy } from '../../notifier/senders/email/sender-by.ts';
import { smtpPost } from '../../notifier/senders/email/smtp-post.ts';
import { tokensOf } from '../../notifier/tokens.ts';

/** Mails of each way, and how often the ways take turns. */
const usual = { mails: 4_000, turns: 3 };
/** As many connections for both, so that the difference is not theirs. */
const connections = 8;
const now = parseInstant('2026-11-23T08:00:00+09:00');
const from = 'alerts@lighthouse.example.kr';
const clock = fixedClock(now);
const tokens = tokensOf(randomBytes(32), clock);
const links = linksOf('https://lighthouse.example.kr', tokens);

/**
 * Mails a second to a mail server in a process of its own, ours beside a pool of nodemailer's used plainly: its usual one, and one with
 * as many connections as ours. Ours writes each mail, with tokens of its reader, and asks at the door; the plain pools are handed one
 * finished text for everybody. Processor seconds are those of the sending process.
 */
export async function bench([mails = String(usual.mails)]: string[]) {
  const server = fork(new URL('../stand-ins/smtp.ts', import.meta.url));
  try {
    const [{ port }] = (await once(server, 'message')) as [{ port: number }];
    const url = `smtp://127.0.0.1:${port}`;
    const ways = {
      'nodemailer, plain pool': () => plainly(url, Number(mails), {}),
      [`nodemailer, ${connections} connections`]: () =>
        plainly(url, Number(mails), { maxConnections: connections, maxMessages: 1_000 }),
      ours: () => ourWay(url, Number(mails)),
    };
    console.log(`${mails} mails a way, ${usual.turns} turns, the middle one\n`);
    console.log('way                          mails/s   mails per processor second');
    const times = Object.fromEntries(Object.keys(ways).map((name) => [name, [] as Time[]]));
    for (let turn = 0; turn < usual.turns; turn++)
      for (const [name, way] of Object.entries(ways)) times[name]!.push(await timed(way));
    const middle = Object.entries(times).map(([name, turns]) => [name, middleOf(turns)] as const);
    for (const [name, { seconds, processor }] of middle)
      console.log(
        `${name.padEnd(27)}${figure(Number(mails) / seconds)}${figure(Number(mails) / processor).padStart(14)}`,
      );
    const [plain, wide, ours] = middle.map(([, time]) => time);
    console.log(
      `\nOurs against the plain pool: ${ratio(plain!, ours!)}; against as many connections: ${ratio(wide!, ours!)}.`,
    );
    server.send('counts');
    const [counts] = (await once(server, 'message')) as [{ letters: number; most: number }];
    const expected = Number(mails) * usual.turns * Object.keys(ways).length;
    console.log(`The server took ${counts.letters} of ${expected} mails.`);
    if (counts.letters !== expected) throw new Error('Mails were lost or sent twice: the figures are worth nothing.');
  } finally {
    server.disconnect();
  }
}

type Time = { seconds: number; processor: number };

async function timed(way: () => Promise<void>): Promise<Time> {
  const [began, used] = [performance.now(), process.cpuUsage()];
  await way();
  const { user, system } = process.cpuUsage(used);
  return { seconds: (performance.now() - began) / 1000, processor: (user + system) / 1e6 };
}

async function plainly(url: string, mails: number, options: object) {
  const transport = createTransport({ ...options, url, pool: true } as Parameters<typeof createTransport>[0]);
  const { subject, text, html } = alertMail([message()], now, links, {
    ...links,
    unsubscribe: links.unsubscribe(1, 1),
  });
  const sent = Array.from({ length: mails }, (_, index) =>
    transport.sendMail({ from, to: `reader${index}@example.com`, subject, text, html }),
  );
  await Promise.all(sent);
  transport.close();
}

let round = 0;

async function ourWay(smtpUrl: string, mails: number) {
  const door = openDoor(clock);
  const post = smtpPost({ smtpUrl, clock, connections });
  const sender = senderBy(post, {
    from,
    siteUrl: 'https://lighthouse.example.kr',
    tokens,
    door,
    atOncePerLane: connections,
  });
  const told = { ...message(), event: `round ${++round}` };
  const deliveries = Array.from({ length: mails }, (_, id) => ({
    id,
    generation: 1,
    lane: 'email others',
    to: { by: 'email' as const, address: `reader${id}@example.com` },
    messages: [told],
    notBefore: now,
    expiresAt: told.expiresAt,
  }));
  await sender.send(deliveries, (_id, { is }) => {
    if (is !== 'sent') throw new Error(`A mail was not sent: ${is}.`);
  });
  await sender.close();
}

function message(): Message {
  return messageOf(
    {
      id: 'opens-today-2026000001-2026-11-23',
      kind: 'opens-today',
      noticeId: '2026000001',
      noticeName: '등대마을 첫째 단지',
      noticeKind: 'apt',
      sido: '11',
      sigungu: '11680',
      path: '/notices/2026000001/',
      notBefore: now,
      expiresAt: new Date(now.getTime() + 3_600_000),
    },
    { by: 'place', place: '11680' },
  );
}

function middleOf(times: Time[]) {
  return times.toSorted((a, b) => a.seconds - b.seconds)[Math.floor(times.length / 2)]!;
}

function ratio(theirs: Time, ours: Time) {
  return `${(theirs.seconds / ours.seconds).toFixed(2)} × as many mails a second, ${(theirs.processor / ours.processor).toFixed(2)} × a processor second`;
}

function figure(value: number) {
  return Math.round(value).toLocaleString('en').padStart(9);
}

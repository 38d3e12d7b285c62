import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { onTestFinished } from 'vitest';
import { agreedWords } from '../../../db/alert-pages.ts';
import type { Clock } from '../../../db/clock.ts';
import { openKeyring } from '../../../db/subscribers/keyring.ts';
import { openSubscribers } from '../../../db/subscribers/open.ts';
import { openDoor } from '../../../notifier/door.ts';
import { openVapidKeys } from '../../../notifier/keys/vapid.ts';
import { matcherOf } from '../../../notifier/match/matcher.ts';
import { createMailer } from '../../../notifier/senders/email/mailer.ts';
import type { Letter, Post } from '../../../notifier/senders/email/post.ts';
import { pushHosts } from '../../../notifier/senders/push/push-hosts.ts';
import { tokensOf } from '../../../notifier/tokens.ts';
import { usualLimits, type WebLimits } from '../../../notifier/web/limits.ts';
import { mountPages, type Pages } from '../../../notifier/web/pages.ts';
import type { WebParts } from '../../../notifier/web/parts.ts';
import { openWebPort } from '../../../notifier/web/web-port.ts';
import { createWeb } from '../../../notifier/web/web.ts';
import { buildOnDemandPages } from '../../../site/on-demand/build.ts';
import { madeOnce } from '../../rendered-once.ts';
import { until } from '../../site/origin/raw-http.ts';

export const siteUrl = 'https://lighthouse.example';

/** A clock that a test moves. */
export function movedClock(at = new Date('2026-11-24T10:00:00+09:00')): Clock & { pass(ms: number): void } {
  let now = at;
  return { now: () => now, pass: (ms) => void (now = new Date(now.getTime() + ms)) };
}

type Wanted = { limits?: Partial<WebLimits>; parts?: Partial<WebParts>; siteUrl?: string };

let pages: Promise<Pages> | undefined;

/** The pages of alerts as they are built: once in a run of the tests, mounted once in a file of them. */
export function builtPages() {
  return (pages ??= mount());
}

async function mount() {
  const folder = join(mkdtempSync(join(tmpdir(), 'pages-')), 'built');
  await madeOnce('pages-of-alerts', folder, (made) => buildOnDemandPages({ folder: made, siteUrl }));
  return mountPages(folder);
}

/** Pages and forms of alerts on a port of their own, with a store of their own, and a mail server that keeps what it gets. */
export async function webHere({ limits = {}, parts = {}, siteUrl: site = siteUrl }: Wanted = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'web-'));
  const clock = movedClock();
  const keyring = openKeyring(folder, clock.now());
  const store = openSubscribers(folder, 'the test', keyring);
  const said: string[] = [];
  const letters: Letter[] = [];
  const tested: number[] = [];
  let read = 0;
  const tokens = tokensOf(keyring.tokenKey, clock);
  const mailServer = {
    /** What happens when it has been asked for a letter and has not had it yet. */
    meanwhile: async () => {},
    /** Letters that were kept back by then. */
    keptBack: 0,
  };
  const post: Post = {
    async deliver(letter, _lane, ask) {
      await mailServer.meanwhile();
      const why = ask();
      if (why) {
        mailServer.keptBack++;
        return { is: 'kept back', why };
      }
      letters.push(letter);
      return { is: 'sent' };
    },
    async close() {},
  };
  const say = (line: string) => void said.push(line);
  const mailer = createMailer({ post, from: 'alerts@lighthouse.example', siteUrl: site, tokens, store, clock, say });
  const matcher = await matcherOf(store);
  const door = openDoor(clock);
  const vapid = openVapidKeys(folder, clock.now());
  const usual: WebParts = {
    store,
    matcher,
    keyring,
    door,
    tokens,
    mailer,
    vapid,
    hosts: pushHosts([]),
    limits: { ...usualLimits, level: 0, ...limits },
    clock,
    pages: await builtPages(),
    siteUrl: site,
    sendTest: async (id) => tested.push(id) > 0,
    say,
  };
  const handle = createWeb({ ...usual, ...parts });
  const port = await openWebPort(0, handle);
  onTestFinished(async () => {
    await port.close();
    await mailer.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const origin = `http://127.0.0.1:${port.port}`;
  return {
    ...usual,
    store,
    door,
    handle,
    port: port.port,
    folder,
    clock,
    matcher,
    mailServer,
    letters,
    tested,
    said,
    /** Sends a form as a page of ours does. Redirects are not followed. */
    send: (path: string, fields: Fields, headers: Record<string, string> = {}) =>
      fetch(origin + path, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin', ...headers },
        body: formOf(fields).toString(),
      }),
    /** Sends JSON as a script of ours does. */
    sendJson: (method: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
      fetch(origin + path, {
        method,
        headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin', ...headers },
        body: JSON.stringify(body),
      }),
    get: (path: string, headers: Record<string, string> = {}) => fetch(origin + path, { redirect: 'manual', headers }),
    /** The next mail, as soon as it is there: to whom, what it is about, the tokens in it, and its bytes. */
    async mail() {
      await until(() => letters.length > read);
      const letter = letters[read++]!;
      const { subject = '', text = '', headers } = await simpleParser(letter.raw);
      const token = (page: string) => new RegExp(`/alerts/${page}/\\?token=([\\w-]+)`).exec(text)?.[1] ?? '';
      return { to: letter.to, subject, text, headers, token, raw: letter.raw.toString() };
    },
  };
}

export type WebHere = Awaited<ReturnType<typeof webHere>>;
type Fields = Record<string, string | string[]>;

function formOf(fields: Fields) {
  return new URLSearchParams(
    Object.entries(fields).flatMap(([name, values]) => [values].flat().map((value) => [name, value])),
  );
}

/** A form of /alerts/ as somebody fills it in. */
export const filledIn = {
  email: 'reader@example.kr',
  place: ['11680', '41'],
  kind: ['apt', 'officetel'],
  moment: ['notice', 'results'],
  notices: '',
  delivery: 'now',
  quiet: 'yes',
  quietFrom: '22',
  quietTo: '7',
  agree: agreedWords,
};

/** What that comes to. */
export const wished = {
  places: ['11680', '41'],
  kinds: ['apt', 'officetel'],
  notices: [],
  moments: ['notice', 'results'],
  digestAt: null,
  quiet: { from: 22, to: 7 },
};

/** The id of an e-mail channel that has said yes. */
export async function confirmed(web: WebHere, email = filledIn.email) {
  await web.send('/alerts/subscribe', { ...filledIn, email });
  await web.send('/alerts/confirm/', { token: (await web.mail()).token('confirm') });
  const id = await web.store.find({ email });
  if (id === null) throw new Error('It did not come to be.');
  return id;
}

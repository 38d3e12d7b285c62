import SMTPPool from 'nodemailer/lib/smtp-pool';
import type { Clock } from '../../../db/clock.ts';
import type { Lane } from '../../../db/subscribers/channel.ts';
import type { Outcome } from '../sender.ts';
import type { Dkim } from './dkim.ts';
import { gateOf } from './gate.ts';
import { isLost, outcomeOf, type Failure } from './outcome-of.ts';
import type { Ask, Letter, Post } from './post.ts';
import { signed } from './signed.ts';

export type SmtpOptions = {
  /** `smtp://user:password@host:587` or `smtps://…`; what nodemailer knows may follow as a query. */
  smtpUrl: string;
  dkim?: Dkim | undefined;
  clock: Clock;
  /** Told once when the server stops taking letters, and once when it takes them again. */
  say?: (line: string) => void;
  /** Told in a sentence what is wrong with the server, and null once it takes letters again. */
  trouble?: (sentence: string | null) => void;
  /** Connections to the server at once. */
  connections?: number;
  patience?: Patience;
};

/** Milliseconds. */
type Patience = {
  /** Until a connection stands and the server has greeted. */
  greeting: number;
  /** A server that says nothing. RFC 5321 would wait ten minutes for the last answer; a million readers cannot. */
  silence: number;
  /** A letter as a whole: a server may also stall by answering letter by letter. */
  letter: number;
  /** After `close`, until what is under way is cut off. */
  closing: number;
};

const usual: Patience = { greeting: 20_000, silence: 120_000, letter: 300_000, closing: 10_000 };
/** So many letters in a row to which the server said nothing, and the others wait. */
const silences = 3;
const pause = 30_000;

/** A mail server that takes letters over a few connections, several letters on each. */
export function smtpPost(options: SmtpOptions): Post {
  const { smtpUrl, dkim, clock, say = () => {}, trouble = () => {}, connections = 10, patience = usual } = options;
  const pool = new SMTPPool({
    url: smtpUrl,
    requireTLS: !isLoopback(smtpUrl),
    maxConnections: connections,
    maxMessages: 1_000,
    // Nobody but the ledger decides what is tried again.
    maxRequeues: 0,
    // Before the server closes it, so that no letter meets a dead connection.
    idleTimeout: 30_000,
    connectionTimeout: patience.greeting,
    greetingTimeout: patience.greeting,
    socketTimeout: patience.silence,
  });
  const underWay = new Set<Promise<Outcome>>();
  let silent = 0;
  let inTrouble = false;
  let closed = false;

  async function hand(letter: Letter, lane: Lane, ask: Ask): Promise<Outcome> {
    const raw = dkim ? await signed(letter.raw, dkim) : letter.raw;
    const once = async () => {
      const gate = gateOf(raw, ask);
      return { gate, failure: await handTo(pool, { ...letter, raw }, gate.open, patience.letter) };
    };
    let { gate, failure } = await once();
    // A server may close a connection that has served others whenever it likes; a new one mostly stands.
    if (failure && isLost(failure) && !gate.handedOver() && !gate.keptBack() && !closed)
      ({ gate, failure } = await once());
    const why = gate.keptBack();
    if (why) return { is: 'kept back', why };
    silent = !failure || failure.responseCode ? 0 : silent + 1;
    const outcome = failure
      ? outcomeOf(failure, { lane, handedOver: gate.handedOver(), now: clock.now() })
      : { is: 'sent' as const };
    if (outcome.is === 'sent') heard(null);
    if (outcome.is === 'paused') heard(failure);
    if (outcome.is !== 'retry' || silent < silences) return outcome;
    heard(failure);
    return { is: 'paused', until: new Date(clock.now().getTime() + pause) };
  }

  /** Says what changed, in codes alone: what a server writes may name a reader. */
  function heard(failure: Failure | null) {
    if ((failure !== null) === inTrouble) return;
    inTrouble = failure !== null;
    const sentence =
      failure &&
      `The mail server does not take mails (${failure.responseCode ?? failure.originalCode ?? failure.code ?? 'no reason given'}). ` +
        'They wait and are tried again; if this stays, look at the server and at SMTP_URL.';
    trouble(sentence);
    say(sentence ?? 'The mail server takes mails again.');
  }

  return {
    async deliver(letter, lane, ask) {
      if (closed) return { is: 'retry', after: null };
      const why = ask();
      if (why) return { is: 'kept back', why };
      const handing = hand(letter, lane, ask);
      underWay.add(handing);
      return handing.finally(() => underWay.delete(handing));
    },
    async close() {
      closed = true;
      const cut = setTimeout(() => pool.close({ force: true }), patience.closing);
      await Promise.allSettled(underWay);
      clearTimeout(cut);
      pool.close({ force: true });
    },
  };
}

/** Null when the server has taken the letter. */
function handTo(
  pool: SMTPPool,
  { to, returnPath, messageId, raw }: Letter,
  open: () => NodeJS.ReadableStream,
  most: number,
) {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), most);
  // What the pool asks of a mail, without the composer: the letter is made already.
  const mail = {
    data: { signal: giveUp.signal },
    message: {
      getEnvelope: () => ({ from: returnPath, to: [to], size: raw.length }),
      messageId: () => messageId,
      getHeader: () => messageId,
      createReadStream: open,
    },
  };
  return new Promise<Failure | null>((resolve) => {
    pool.send(mail as unknown as Parameters<SMTPPool['send']>[0], (error: Failure | null) => {
      clearTimeout(timer);
      resolve(error);
    });
  });
}

/** Only on this machine may letters and a password go without TLS; `?requireTLS=false` in SMTP_URL says otherwise. */
function isLoopback(url: string) {
  return /^(localhost|127\.[\d.]+|\[::1\])$/.test(URL.parse(url)?.hostname ?? '');
}

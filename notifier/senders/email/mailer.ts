import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../../db/clock.ts';
import type { Channels, ChannelId } from '../../../db/subscribers/subscribers.ts';
import type { Wishes } from '../../../db/subscribers/wishes.ts';
import { linksOf } from '../../messages/links.ts';
import { confirmationMail } from '../../messages/mail/confirmation-mail.ts';
import { goodbyeMail } from '../../messages/mail/goodbye-mail.ts';
import type { Ending, Mail } from '../../messages/mail/mail.ts';
import { manageMail } from '../../messages/mail/manage-mail.ts';
import type { Named, Tokens } from '../../tokens.ts';
import { letterOf } from './letter-of.ts';
import { mailboxOf } from './mailbox.ts';
import type { Post } from './post.ts';
import { turnsFor } from './turns.ts';
import { waitsOver } from './waits-over.ts';

/**
 * Mails that answer what somebody just did. Each function resolves when the mail is out, given up or not wanted any more, and never
 * rejects: who calls from a request must not wait for it. Before each attempt the store is asked whether the mail still fits; it is
 * made then, so that its link has its whole time. They are kept in memory alone; who misses one asks again.
 */
export type Mailer = {
  /** Goes as long as the question is open. */
  confirmation(to: string, channel: Named, wishes: Wishes): Promise<void>;
  manage(to: string, channel: Named): Promise<void>;
  /** For who signs up an address that gets alerts already. */
  already(to: string, channel: Named): Promise<void>;
  /**
   * For who had everything erased; never for a click on unsubscribe. The one mail that goes after leaving: it answers that wish, and tells
   * the owner of the address when it was somebody else's. It is tried for minutes only, because the address is kept for it.
   */
  goodbye(to: string, channel: Named): Promise<void>;
  /** From now on nothing that waits for a channel goes out, not even what a server has been asked for already. */
  leave(id: ChannelId): void;
  close(): Promise<void>;
};

type MailerOptions = {
  /** Its own, so that nobody waits for a confirmation behind ten thousand alerts. */
  post: Post;
  from: string;
  siteUrl: string;
  tokens: Tokens;
  store: Pick<Channels, 'receipt' | 'find'>;
  clock: Clock;
  say: (line: string) => void;
  /** Milliseconds before each further attempt, for tests. */
  again?: number[];
};

type Wanted = {
  to: string;
  channel: Named;
  /** True as long as it fits what the store knows. */
  fits: () => Promise<boolean>;
  mailWith: (ending: Ending) => Mail;
  again: number[];
};

/** Mails that wait at once; what comes beyond is dropped, so that memory stays bounded. */
const most = 10_000;
/** Letters that are made and on their way at once. */
const atOnce = 16;
const lane = 'email others';

const [minute, hour] = [60_000, 3_600_000];
/**
 * How long each is tried. Of the two days that a question stays open one is left for the answer; who asks for a link waits before the
 * screen.
 */
const waits = { question: waitsOver(24 * hour), link: waitsOver(30 * minute), goodbye: waitsOver(10 * minute) };

export function createMailer(options: MailerOptions): Mailer {
  const { post, from, siteUrl, tokens, store, clock, say } = options;
  const mailbox = mailboxOf(from);
  const links = linksOf(siteUrl, tokens);
  const closing = new AbortController();
  const turns = turnsFor(atOnce);
  const waiting = new Set<{ id: ChannelId; left: boolean }>();

  async function send({ to, channel, fits, mailWith, again }: Wanted) {
    if (waiting.size >= most)
      return say('Too many mails to single readers are waiting, so one was dropped. Look at the mail server.');
    const own = { id: channel.id, left: false };
    const same = randomUUID();
    waiting.add(own);
    try {
      for (const wait of [0, ...(options.again ?? again)]) {
        await sleep(wait, undefined, { signal: closing.signal });
        const leave = await turns.take(lane);
        const over = await attempt(own).finally(leave);
        if (over) return;
      }
      givenUp();
    } catch {
      // It is closing: who misses a mail asks again.
    } finally {
      waiting.delete(own);
    }

    function givenUp() {
      say('A mail to a single reader was given up: the mail server did not take it, or there is no such address.');
    }

    /** True when nothing more is to be done. A store that cannot be asked now is asked again. */
    async function attempt(mail: { left: boolean }) {
      const fitting = await fits().catch(() => null);
      if (fitting === null) return false;
      if (!fitting || mail.left) return true;
      const { id, generation } = channel;
      const unsubscribe = links.unsubscribe(id, generation);
      const written = { to, from: mailbox, same, bounce: tokens.bounce(id, generation), unsubscribe, at: clock.now() };
      const letter = letterOf({ ...written, mail: mailWith({ ...links, unsubscribe }) });
      if (!letter) {
        givenUp();
        return true;
      }
      const { is } = await post.deliver(letter, lane, () => (mail.left ? 'left' : null));
      return is !== 'retry' && is !== 'paused';
    }
  }

  /** Whether a channel is still the one that was meant, and where it was. */
  const is = (state: 'asked' | 'confirmed', { id, generation }: Named) => {
    return async () => {
      const receipt = await store.receipt(id);
      return receipt?.generation === generation && receipt.state === state;
    };
  };

  const sendLink = (occasion: 'asked' | 'already', to: string, channel: Named) =>
    send({
      to,
      channel,
      fits: is('confirmed', channel),
      mailWith: (ending) => manageMail(occasion, links.manage(channel.id, channel.generation), ending),
      again: waits.link,
    });

  return {
    confirmation: (to, channel, wishes) =>
      send({
        to,
        channel,
        fits: is('asked', channel),
        mailWith: (ending) => confirmationMail(links.confirm(channel.id, channel.generation), wishes, ending),
        again: waits.question,
      }),
    manage: (to, channel) => sendLink('asked', to, channel),
    already: (to, channel) => sendLink('already', to, channel),
    goodbye: (to, channel) =>
      send({
        to,
        channel,
        // Who has signed up anew meanwhile is not told that nothing more comes.
        fits: async () => (await store.find({ email: to })) === null,
        mailWith: (ending) => goodbyeMail(links.subscribe, ending),
        again: waits.goodbye,
      }),
    leave(id) {
      for (const mail of waiting) if (mail.id === id) mail.left = true;
    },
    async close() {
      closing.abort();
      await post.close();
    },
  };
}

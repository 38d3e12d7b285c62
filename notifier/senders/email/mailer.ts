import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../../db/clock.ts';
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

/**
 * Mails that answer what somebody just did. Each function resolves when the mail is out or given up and never rejects: who calls from
 * a request must not wait for it. They are kept in memory alone; who misses one asks again.
 */
export type Mailer = {
  confirmation(to: string, channel: Named, wishes: Wishes): Promise<void>;
  manage(to: string, channel: Named): Promise<void>;
  /** For who signs up an address that gets alerts already. */
  already(to: string, channel: Named): Promise<void>;
  /** For who had everything erased; never for a click on unsubscribe. */
  goodbye(to: string, channel: Named): Promise<void>;
  close(): Promise<void>;
};

type MailerOptions = {
  /** Its own, so that nobody waits for a confirmation behind ten thousand alerts. */
  post: Post;
  from: string;
  siteUrl: string;
  tokens: Tokens;
  clock: Clock;
  say: (line: string) => void;
  /** Milliseconds before each further attempt. */
  again?: number[];
};

/** Mails that wait at once; what comes beyond is dropped, so that memory stays bounded. */
const most = 1_000;
const lane = 'email others';

export function createMailer(options: MailerOptions): Mailer {
  const { post, from, siteUrl, tokens, clock, say, again = [5_000, 30_000, 120_000, 600_000] } = options;
  const mailbox = mailboxOf(from);
  const links = linksOf(siteUrl, tokens);
  const closing = new AbortController();
  let waiting = 0;

  async function send(to: string, { id, generation }: Named, mailWith: (ending: Ending) => Mail) {
    if (waiting >= most)
      return say('Too many mails to single readers are waiting, so one was dropped. Look at the mail server.');
    waiting++;
    const unsubscribe = links.unsubscribe(id, generation);
    const letter = letterOf({
      mail: mailWith({ ...links, unsubscribe }),
      to,
      from: mailbox,
      same: randomUUID(),
      bounce: tokens.bounce(id, generation),
      unsubscribe,
      at: clock.now(),
    });
    try {
      for (const wait of letter ? [0, ...again] : []) {
        await sleep(wait, undefined, { signal: closing.signal });
        const { is } = await post.deliver(letter!, lane, () => null);
        if (is !== 'retry' && is !== 'paused') return;
      }
      say('A mail to a single reader was given up: the mail server did not take it, or there is no such address.');
    } catch {
      // It is closing: who misses a mail asks again.
    } finally {
      waiting--;
    }
  }

  return {
    confirmation: (to, channel, wishes) =>
      send(to, channel, (ending) => confirmationMail(links.confirm(channel.id, channel.generation), wishes, ending)),
    manage: (to, channel) =>
      send(to, channel, (ending) => manageMail('asked', links.manage(channel.id, channel.generation), ending)),
    already: (to, channel) =>
      send(to, channel, (ending) => manageMail('already', links.manage(channel.id, channel.generation), ending)),
    goodbye: (to, channel) => send(to, channel, (ending) => goodbyeMail(links.subscribe, ending)),
    async close() {
      closing.abort();
      await post.close();
    },
  };
}

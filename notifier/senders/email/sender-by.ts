import type { Lane } from '../../../db/subscribers/channel.ts';
import { linksOf } from '../../messages/links.ts';
import { alertMail } from '../../messages/mail/alert-mail.ts';
import { isAhead } from '../../is-ahead.ts';
import type { Tokens } from '../../tokens.ts';
import type { Delivery, Door, Outcome, Sender } from '../sender.ts';
import { letterOf } from './letter-of.ts';
import { mailboxOf } from './mailbox.ts';
import type { Ask, Post } from './post.ts';
import { turnsFor } from './turns.ts';

export type MailOptions = {
  /** Who sends, `청약등대 <alerts@example.kr>`; bounces go to its domain. */
  from: string;
  siteUrl: string;
  tokens: Tokens;
  door: Door;
  /** Letters to one large provider, or to all others together, on the way at once. */
  atOncePerLane?: number;
};

/** Milliseconds: longer than any post asks for. */
const longestPause = 600_000;

/**
 * A sender of mails through a post: writes each, asks at the door, and answers what came of it. What it cannot know is said as such:
 * `ambiguous` where a server had the whole letter and its answer was lost.
 * @throws a sentence when `from` is no address.
 */
export function senderBy(post: Post, { from, siteUrl, tokens, door, atOncePerLane = 8 }: MailOptions): Sender {
  const mailbox = mailboxOf(from);
  const links = linksOf(siteUrl, tokens);
  const turns = turnsFor(atOncePerLane);
  const pausedUntil = new Map<Lane, Date>();

  async function outcomeFor(delivery: Delivery): Promise<Outcome> {
    const until = pausedUntil.get(delivery.lane);
    if (until && isAhead(until.getTime(), door.now().getTime(), longestPause)) return { is: 'paused', until };
    const ask = askFor(delivery, door);
    const why = ask();
    if (why) return { is: 'kept back', why };
    const letter = write(delivery);
    if (!letter) return { is: 'gone', reason: 'bounced' };
    const outcome = await post.deliver(letter, delivery.lane, ask);
    if (outcome.is === 'paused') pausedUntil.set(delivery.lane, outcome.until);
    return outcome;
  }

  function write({ id, generation, to, messages, digest, notBefore }: Delivery) {
    if (to.by !== 'email') throw new Error('A channel that is no e-mail address was handed to the sender of mails.');
    const unsubscribe = links.unsubscribe(id, generation);
    const mail = alertMail(messages, notBefore, links, { ...links, unsubscribe });
    return letterOf({
      mail,
      to: to.address,
      from: mailbox,
      same: [digest ?? messages[0]!.event, id].join('\0'),
      bounce: tokens.bounce(id, generation),
      unsubscribe,
      at: door.now(),
    });
  }

  return {
    async send(deliveries, answer) {
      await Promise.all(
        deliveries.map(async (delivery) => {
          const leave = await turns.take(delivery.lane);
          const outcome = await outcomeFor(delivery).catch((): Outcome => ({ is: 'retry', after: null }));
          leave();
          answer(delivery.id, outcome);
        }),
      );
    },
    close: () => post.close(),
  };
}

function askFor({ id, notBefore, expiresAt }: Delivery, door: Door): Ask {
  return () => {
    if (door.left(id)) return 'left';
    const now = door.now();
    if (now < notBefore) return 'early';
    return now >= expiresAt ? 'late' : null;
  };
}

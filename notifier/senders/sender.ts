import type { Address, EndedReason, Lane } from '../../db/subscribers/channel.ts';
import type { ChannelId } from '../../db/subscribers/subscribers.ts';
import type { Message } from '../messages/message.ts';

/** What came of one message to one channel. */
export type Outcome =
  | { is: 'sent' }
  /**
   * Not taken, for sure; again at `after` (null: when the sender's own patience says so). `alone`: it was not even tried, or refused for
   * what this channel is, so how much the lane takes does not follow from it.
   */
  | { is: 'retry'; after: Date | null; alone?: true }
  /** The whole lane must wait: 429, 406, a mail server that says later. Nothing is wrong with the channel. */
  | { is: 'paused'; until: Date }
  /** It may have been taken: the connection broke after the last byte had gone. */
  | { is: 'ambiguous' }
  | { is: 'gone'; reason: EndedReason }
  /** The door did not open at the last moment; nothing has gone out. */
  | { is: 'kept back'; why: 'early' | 'late' | 'left' };

export type Delivery = {
  id: ChannelId;
  /** The channel's generation, for the tokens in a mail. */
  generation: number;
  lane: Lane;
  to: Address;
  /** Several where it is a digest. */
  messages: Message[];
  /**
   * Id of the digest that they are, also where one of them alone is still of use: what is sent once more after a crash is the same
   * to the reader, whatever has expired meanwhile.
   */
  digest?: string | undefined;
  notBefore: Date;
  expiresAt: Date;
};

/**
 * Asked at the socket, right before the first byte of each message goes. `left` is a bit a channel, shared with worker threads:
 * the bit of who unsubscribes is set before anything else happens.
 */
export type Door = {
  now(): Date;
  left(id: ChannelId): boolean;
};

/**
 * One contract for push, e-mail and files: test/notifier/senders/contract.ts. A sender has no memory of its own that matters: what
 * it has not answered when it is killed counts as not sent.
 */
export type Sender = {
  /** Answers once for each delivery, in any order, as soon as it is known. Never throws for one that fails. */
  send(deliveries: Delivery[], answer: (id: ChannelId, outcome: Outcome) => void): Promise<void>;
  /** Ends what is under way and takes nothing more. */
  close(): Promise<void>;
};

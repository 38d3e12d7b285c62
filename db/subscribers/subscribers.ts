import type { AlertEvent } from './alert-event.ts';
import type { Address, EndedReason, Lane } from './channel.ts';
import type { Wishes } from './wishes.ts';

/*
 * What the notifier asks of its store. Each function is a transaction of its own and is durable when it returns; whatever
 * implements them passes test/db/subscribers/contract.ts. Instants come in as arguments: the store has no clock.
 */

/** A number from 1 up, never used again. What readers get to see is a token that the notifier makes of it. */
export type ChannelId = number;

/** Who agreed to what, when, from where: kept append-only. */
export type Consent = {
  at: Date;
  /** Version of the words that were agreed to. */
  words: string;
  /** Keyed hash of the IP prefix, for proof of consent; null where there is none (a command of the operator). */
  from: string | null;
};

export type Joined = {
  id: ChannelId;
  /** Goes up whenever an address is asked again after it had ended: tokens of before then confirm and manage nothing. */
  generation: number;
  /**
   * `asked`: an e-mail address that has not said yes. `suppressed`: it must not get anything, not even the question, for ever or for a
   * time (retention.ts: `declined`, `unanswered`); `id` and `generation` are 0 then, and nothing was written.
   */
  state: 'asked' | 'confirmed' | 'suppressed';
};

export type Channels = {
  /**
   * Takes a channel in. E-mail: `asked` until `confirm`, its wishes wait with it; a confirmed one keeps its wishes. Push: confirmed
   * at once; the same endpoint again is the same channel with new keys, and new wishes where they are given.
   */
  join(address: Address, wishes: Wishes | null, consent: Consent): Promise<Joined>;
  /** The yes of an e-mail address. `unknown`: no such channel or generation, or it has ended. */
  confirm(id: ChannelId, generation: number, consent: Consent): Promise<'confirmed' | 'already' | 'unknown'>;
  change(id: ChannelId, wishes: Wishes, consent: Consent): Promise<boolean>;
  /**
   * Ends a channel at once: nothing that is not yet on its way goes to it. False where it had ended. `bounced`, `complained` and
   * `suppressed` also suppress the e-mail address.
   */
  end(id: ChannelId, reason: EndedReason, at: Date): Promise<boolean>;
  /** Ends a channel and destroys what is known of it, its key first. A later restore of a backup forgets it again. */
  forget(id: ChannelId, at: Date): Promise<boolean>;
  /** In whatever state; null when nobody has that address, or it was forgotten. */
  find(address: { email: string } | { endpoint: string }): Promise<ChannelId | null>;
  /** All that is stored about a channel, for the person themselves. */
  receipt(id: ChannelId): Promise<Receipt | null>;
  /** Where channels lead; those that have ended, are not confirmed, or whose row is damaged are missing. */
  addresses(ids: Iterable<ChannelId>): Promise<Map<ChannelId, Address & { generation: number }>>;
  /** What channels want, for the words of their mails; those that have ended, or are not confirmed, are missing. */
  wishes(ids: Iterable<ChannelId>): Promise<Map<ChannelId, Wishes>>;
  /** Every confirmed channel, for the matcher's memory. */
  each(visit: (channel: Followed) => void): Promise<void>;
  /** An address that must never be written to again, whoever asks (a bounce, a complaint, an operator). */
  suppress(email: string, reason: EndedReason, at: Date): Promise<void>;
  /** Lets such an address be asked again, by whoever types it in; it gets nothing before it says yes. False where it was not suppressed. */
  unsuppress(email: string, at: Date): Promise<boolean>;
};

export type Followed = { id: ChannelId; lane: Lane; wishes: Wishes };

export type Receipt = {
  by: 'email' | 'push';
  generation: number;
  state: 'asked' | 'confirmed' | 'ended';
  /** The address as it was given, or the host of the push service; empty once the channel has ended. */
  address: string;
  joinedAt: Date;
  confirmedAt: Date | null;
  endedAt: Date | null;
  endedReason: EndedReason | null;
  wishes: Wishes;
  /** Of an end, `words` is its reason. */
  consents: { at: Date; words: string; what: 'asked' | 'confirmed' | 'changed' | 'ended' }[];
};

/** Some of those who are told of an event: they share a limit and an instant. */
export type Portion = {
  lane: Lane;
  /** Not before the event's own: later for those who are in their quiet hours. */
  notBefore: Date;
  /** `digest`: it waits for the digest of the Korean hour `notBefore`, and becomes one message with all that waits. */
  as: 'itself' | 'digest';
  /** Ascending. */
  ids: Uint32Array;
};

/** Up to a thousand channels that one sender has in hand. */
export type Claim = {
  chunk: number;
  /** Goes up with every claim: who has an older one is not heard any more. */
  fence: number;
  lane: Lane;
  as: Portion['as'];
  /**
   * Of a digest, what stands for all of it: its id (`digest-2026-11-22-08`, or `…-08-2` where something came late) and its times; what
   * it tells, and each channel of it, is in `digestParts`.
   */
  event: AlertEvent;
  notBefore: Date;
  /** 0 goes first; that of a digest is that of the most urgent that it tells. */
  urgency: number;
  /** Those who have not been served yet, in an order that differs from claim to claim. */
  ids: Uint32Array;
};

/** One of the events in a digest, and those of a chunk who are told of it there. */
export type DigestPart = {
  event: AlertEvent;
  /** Ascending. */
  ids: Uint32Array;
};

export type Settlement = {
  chunk: number;
  fence: number;
  sent: ChannelId[];
  /** Served as far as it can be: the answer was lost on the way. Counted by itself. */
  ambiguous: ChannelId[];
  gone: { id: ChannelId; reason: EndedReason }[];
  /** They do not want it any more: it is not told to them, and they stay. */
  dropped: ChannelId[];
  /** What is left goes back, and is not claimed before this instant; null: the claim goes on. */
  againAt: Date | null;
};

export type Ledger = {
  /** Writes an event down with everybody who is told: all or nothing. False where its id is known. */
  record(event: AlertEvent, portions: Portion[], at: Date): Promise<boolean>;
  /**
   * Chunks that are due and not in hand, of lanes that are open, the most urgent event first, in an order that is fair. Nobody asks for
   * more than six hours until the next attempt: what was handed back for later than that, by a clock that ran ahead, is due.
   */
  claim(asked: { now: Date; shut: ReadonlySet<Lane>; most: number; leaseUntil: Date }): Promise<Claim[]>;
  /** What a claimed chunk of a digest tells, the most urgent first; not what was taken back or has expired by `now`. */
  digestParts(chunk: number, now: Date): Promise<DigestPart[]>;
  /** Group commit. @returns the chunks whose fence was old: nothing of those was taken. */
  settle(results: Settlement[], at: Date): Promise<number[]>;
  /**
   * Moves or takes back (null) what has not gone out; what was taken back can be moved to a new time. Who waits for an hour of their own
   * is moved by whole days, to the first that is not before the new time. @returns how many it had reached already.
   */
  move(eventId: string, to: { notBefore: Date; expiresAt: Date } | null, at: Date): Promise<{ told: number }>;
  /**
   * Takes back what has not gone out of all that was said of a notice, but for news of results and of the end itself: what it announces
   * will not be. Can run twice.
   */
  cancel(noticeId: string, at: Date): Promise<void>;
  /**
   * Those whom an event of a notice has reached, or to whom it is being sent: a correction goes to them too.
   * @param but the id of an event that does not count.
   */
  told(noticeId: string, but?: string): Promise<Uint32Array>;
  /** Those whom some events have reached or are still for. */
  writtenFor(eventIds: string[]): Promise<Uint32Array>;
  /** A process that starts takes everything over that its predecessor had in hand. */
  takeOver(at: Date): Promise<number>;
  standing(now: Date): Promise<Standing>;
};

export type Standing = {
  /** Of what is due. */
  oldestUnsent: Date | null;
  unsent: Record<Lane, number>;
  sent: number;
  ambiguous: number;
  expired: number;
  channels: Record<'email' | 'push', { asked: number; confirmed: number; ended: number }>;
};

/** Small things that outlive a restart: the cursor of a feed, its ETag. */
export type Kept = {
  kept(name: string): Promise<string | null>;
  keep(name: string, value: string): Promise<void>;
};

type Keeping = {
  /**
   * Removes what has outlived its stated time (db/subscribers/retention.ts), also stores that a restore has put aside and keys that were
   * replaced so long ago that no backup needs them. Can run twice. @returns how many of what.
   */
  tidy(now: Date): Promise<Record<string, number>>;
  /** A copy of everything in one file, while the store goes on. `file` must not exist; `at` stands in it. */
  backup(file: string, at: Date): Promise<void>;
  /**
   * Puts every address under the newest key (`keyring.renew` makes one). Can be killed and run again. @returns how many addresses.
   */
  rotate(): Promise<number>;
  close(): Promise<void>;
};

export type Subscribers = Channels & Ledger & Kept & Keeping;

import type { Lane } from '../../../db/subscribers/channel.ts';
import type { Outcome } from '../sender.ts';

/** One mail as bytes, and whom a server is told of. */
export type Letter = {
  to: string;
  /** Where bounces go: an address that says by its token whom they are about (VERP). */
  returnPath: string;
  messageId: string;
  raw: Buffer;
};

/** Asked at the last moment before a letter goes: what keeps it back, or null. */
export type Ask = () => 'early' | 'late' | 'left' | null;

/** Takes letters where they are to go: a mail server, or a folder. */
export type Post = {
  /** Never rejects: what went wrong is an outcome, without a word of the letter in it. */
  deliver(letter: Letter, lane: Lane, ask: Ask): Promise<Outcome>;
  /** Ends what is under way and takes nothing more. */
  close(): Promise<void>;
};

import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../db/clock.ts';
import { sentenceOf } from '../db/command-line.ts';
import type { ChannelId, Subscribers } from '../db/subscribers/subscribers.ts';
import { takeBounces } from './bounces/bounce-folder.ts';
import { removeOldLetters } from './senders/file/remove-old-letters.ts';
import type { ClockDoubt } from './clock-doubt.ts';
import type { Tokens } from './tokens.ts';

type House = {
  /** Where `npm run notifier -- bounce` leaves mails that came back. */
  bounces: string;
  /** Where mails are written without a mail server. */
  letters: string;
  store: Pick<Subscribers, 'tidy' | 'receipt' | 'end'>;
  tokens: Pick<Tokens, 'read'>;
  clock: Clock;
  inDoubt: ClockDoubt;
  /** Shuts the door for a channel that has ended. */
  leave: (id: ChannelId) => void;
  say: (line: string) => void;
  signal: AbortSignal;
  pause?: typeof usual;
};

/** Milliseconds from one look to the next. */
const usual = { bounces: 15_000, tidy: 3_600_000 };

/** Takes bounces in and removes what has outlived its time, again and again. */
export async function keepHouse({
  bounces,
  letters,
  store,
  tokens,
  clock,
  inDoubt,
  leave,
  say,
  signal,
  pause = usual,
}: House) {
  const channels = {
    receipt: (id: ChannelId) => store.receipt(id),
    async end(...ending: Parameters<Subscribers['end']>) {
      leave(ending[0]);
      return store.end(...ending);
    },
  };
  let tidied = Number.NEGATIVE_INFINITY;

  async function readBounces() {
    const { ended, elsewhere } = await takeBounces(bounces, { channels, tokens, clock });
    if (ended > 0) say(`${ended} addresses are gone for good and get no more mail.`);
    if (elsewhere > 0)
      say(
        `${elsewhere} bounces were about other addresses than those written to (mail that is forwarded): nothing follows.`,
      );
  }

  async function tidyUp() {
    if (performance.now() - tidied < pause.tidy || inDoubt()) return;
    await store.tidy(clock.now());
    await removeOldLetters(letters, clock.now());
    tidied = performance.now();
  }

  while (!signal.aborted) {
    // Neither waits for the other: a bounce that cannot be read must not keep what has outlived its time.
    for (const work of [readBounces, tidyUp])
      await work().catch((error: unknown) => say(`Housekeeping is tried again: ${sentenceOf(error)}`));
    await sleep(pause.bounces, undefined, { signal }).catch(() => {});
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../db/clock.ts';
import { sentenceOf } from '../db/command-line.ts';
import type { ChannelId, Subscribers } from '../db/subscribers/subscribers.ts';
import { takeBounces } from './bounces/bounce-folder.ts';
import type { Tokens } from './tokens.ts';

type House = {
  /** Where `npm run notifier -- bounce` leaves mails that came back. */
  folder: string;
  store: Pick<Subscribers, 'tidy' | 'receipt' | 'end'>;
  tokens: Pick<Tokens, 'read'>;
  clock: Clock;
  /** Shuts the door for a channel that has ended. */
  leave: (id: ChannelId) => void;
  say: (line: string) => void;
  signal: AbortSignal;
};

/** Milliseconds. */
const pause = { bounces: 15_000, tidy: 3_600_000 };

/** Takes bounces in and removes what has outlived its time, again and again. */
export async function keepHouse({ folder, store, tokens, clock, leave, say, signal }: House) {
  const channels = {
    receipt: (id: ChannelId) => store.receipt(id),
    async end(...ending: Parameters<Subscribers['end']>) {
      leave(ending[0]);
      return store.end(...ending);
    },
  };
  let tidied = Number.NEGATIVE_INFINITY;
  while (!signal.aborted) {
    try {
      const { ended } = await takeBounces(folder, { channels, tokens, clock });
      if (ended > 0) say(`${ended} addresses are gone for good and get no more mail.`);
      if (performance.now() - tidied >= pause.tidy) {
        tidied = performance.now();
        await store.tidy(clock.now());
      }
    } catch (error) {
      say(`Housekeeping is tried again: ${sentenceOf(error)}`);
    }
    await sleep(pause.bounces, undefined, { signal }).catch(() => {});
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../db/clock.ts';
import { sentenceOf } from '../../db/command-line.ts';
import type { Claim, Ledger } from '../../db/subscribers/subscribers.ts';
import { serveClaim, type Serving } from './serve-claim.ts';

export type Dispatching = Omit<Serving, 'now' | 'doubts'> & {
  ledger: Pick<Ledger, 'claim'>;
  clock: Clock;
  say: (line: string) => void;
};

/** Claims in hand at once: so many chunks of a thousand are repeated at most after a crash, as far as they were not written down. */
const inHand = 8;
/**
 * Milliseconds. One process alone has the store, and takes over what its predecessor had in hand: so a claim ends with the process,
 * and a clock that jumps by hours gives nothing out twice.
 */
const pace = { write: 50, rest: 250, trouble: 1_000, lease: 365 * 86_400_000 };

/**
 * Sends what is due until it is told to stop: claims chunks of the ledger, serves them, writes down what came of them. Killed at any
 * moment it loses nothing; what was on the way and not written down is sent once more.
 */
export async function dispatch(dispatching: Dispatching) {
  const { ledger, clock, signal, say } = dispatching;
  const serving: Serving = { ...dispatching, doubts: new Map(), now: () => clock.now() };
  const working = new Set<Promise<void>>();
  const writer = writeOften(dispatching);
  const stopped = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  while (!signal.aborted) {
    const claims = working.size < inHand && !writer.inTrouble() ? await due(inHand - working.size) : [];
    for (const claim of claims) {
      const work: Promise<void> = serveClaim(claim, serving)
        .catch((error: unknown) => say(`A chunk could not be served and is tried again: ${sentenceOf(error)}`))
        .finally(() => working.delete(work));
      working.add(work);
    }
    const rest = sleep(claims.length > 0 ? 0 : pace.rest, undefined, { signal }).catch(() => {});
    await (working.size >= inHand ? Promise.race([...working, stopped]) : rest);
  }
  await Promise.all(working);
  await writer.stop();

  async function due(many: number): Promise<Claim[]> {
    const now = clock.now();
    const leaseUntil = new Date(now.getTime() + pace.lease);
    try {
      return await ledger.claim({ now, shut: dispatching.pace.shut(now), most: many, leaseUntil });
    } catch (error) {
      say(`Nothing can be taken from the store now, which is tried again: ${sentenceOf(error)}`);
      await sleep(pace.trouble, undefined, { signal }).catch(() => {});
      return [];
    }
  }
}

/** Writes answers down every few milliseconds. While that fails nothing more is claimed: what could be repeated stays bounded. */
function writeOften({ answers, clock, say }: Dispatching) {
  let trouble = '';
  const stopping = new AbortController();
  const write = async () => {
    try {
      await answers.write(clock.now());
      if (trouble) say('Answers are written down again.');
      trouble = '';
    } catch (error) {
      const sentence = sentenceOf(error);
      if (sentence !== trouble) say(`What was sent cannot be written down, so nothing more goes out: ${sentence}`);
      trouble = sentence;
    }
  };
  const loop = (async () => {
    while (!stopping.signal.aborted) {
      await write();
      await sleep(trouble ? pace.trouble : pace.write);
    }
  })();
  return {
    inTrouble: () => trouble !== '',
    async stop() {
      stopping.abort();
      await loop;
      await write();
    },
  };
}

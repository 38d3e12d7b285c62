import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../db/clock.ts';
import { sentenceOf } from '../../db/command-line.ts';
import type { Lane } from '../../db/subscribers/channel.ts';
import type { ClockDoubt } from '../clock-doubt.ts';
import type { Claim, Ledger } from '../../db/subscribers/subscribers.ts';
import { serveClaim, type Serving } from './serve-claim.ts';
import type { Troubles } from '../watch/troubles.ts';
import { waitingOf } from './waiting.ts';

export type Dispatching = Omit<Serving, 'now' | 'waiting' | 'inLine' | 'goesOn' | 'turn'> & {
  ledger: Pick<Ledger, 'claim'>;
  clock: Clock;
  inDoubt: ClockDoubt;
  say: (line: string) => void;
  troubles: Pick<Troubles, 'tell'>;
  pause?: typeof usual;
};

/** A lane with so many claims in hand gets no more, and they are asked for as many at a time: a slow lane keeps nobody else waiting. */
const inHand = 4;
/**
 * Milliseconds: from one writing down of answers to the next, until it is looked again where nothing is due, and after a trouble of the
 * store. `turn`: so long a chunk is served at one go.
 */
const usual = { write: 50, rest: 250, trouble: 1_000, turn: 2_000 };
/**
 * Milliseconds. One process alone has the store, and takes over what its predecessor had in hand: so a claim ends with the process,
 * and a clock that jumps by hours gives nothing out twice.
 */
const lease = 365 * 86_400_000;

/**
 * Sends what is due until it is told to stop: claims chunks of the ledger, serves them, writes down what came of them; then it closes the
 * senders, which end what is on the way. Killed at any moment it loses nothing; what was on the way and not written down is sent
 * once more.
 */
export async function dispatch(dispatching: Dispatching) {
  const { ledger, clock, inDoubt, senders, signal, say, troubles, pause = usual } = dispatching;
  const working = new Map<Promise<void>, Lane>();
  const writer = writeOften(dispatching, pause);
  const goesOn = () => !signal.aborted && !writer.inTrouble() && !inDoubt();
  const serving: Serving = {
    ...dispatching,
    waiting: waitingOf(),
    inLine: new Set(),
    now: () => clock.now(),
    goesOn,
    turn: pause.turn,
  };
  let unable = '';
  while (!signal.aborted) {
    const claims = goesOn() ? await due() : [];
    for (const claim of claims) {
      const work: Promise<void> = serveClaim(claim, serving)
        .catch((error: unknown) => say(`A chunk could not be served and is tried again: ${sentenceOf(error)}`))
        .finally(() => working.delete(work));
      working.set(work, claim.lane);
    }
    const rest = sleep(claims.length > 0 ? 0 : pause.rest, undefined, { signal }).catch(() => {});
    await Promise.race([rest, ...working.keys()]);
  }
  await Promise.all([...working.keys(), ...Object.values(senders).map((sender) => sender.close())]);
  await writer.stop();

  async function due(): Promise<Claim[]> {
    const now = clock.now();
    const leaseUntil = new Date(now.getTime() + lease);
    const shut = dispatching.pace.shut(now);
    for (const [lane, theirs] of Map.groupBy(working.values(), (each) => each))
      if (theirs.length >= inHand) shut.add(lane);
    try {
      const claims = await ledger.claim({ now, shut, most: inHand, leaseUntil });
      unable = '';
      troubles.tell('store', null);
      return claims;
    } catch (error) {
      const sentence = sentenceOf(error);
      const line = `Nothing can be taken from the store now, which is tried again: ${sentence}`;
      if (sentence !== unable) say(line);
      unable = sentence;
      troubles.tell('store', line);
      await sleep(pause.trouble, undefined, { signal }).catch(() => {});
      return [];
    }
  }
}

/** Writes answers down every few milliseconds. While that fails nothing more is claimed: what could be repeated stays bounded. */
function writeOften({ answers, clock, say, troubles }: Dispatching, pause: typeof usual) {
  let trouble = '';
  const stopping = new AbortController();
  const write = async () => {
    try {
      await answers.write(clock.now());
      if (trouble) say('Answers are written down again.');
      trouble = '';
      troubles.tell('answers', null);
    } catch (error) {
      const sentence = sentenceOf(error);
      const line = `What was sent cannot be written down, so nothing more goes out: ${sentence}`;
      if (sentence !== trouble) say(line);
      trouble = sentence;
      troubles.tell('answers', line);
    }
  };
  const loop = (async () => {
    while (!stopping.signal.aborted) {
      await write();
      await sleep(trouble ? pause.trouble : pause.write);
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

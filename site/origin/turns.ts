import { countOf } from './count-of.ts';

type Room = {
  /** Places in all, of those for who leaves alone, and for one network. */
  most: number;
  kept: number;
  each: number;
  /** Who waits for a place, in a line and of one network, and for how long, milliseconds. */
  waiting: number;
  waitingEach: number;
  patience: number;
};

type Asking = { go: (back: (() => void) | null) => void };
/** Those who wait, by network: the network whose turn is next comes first. */
type Line = { networks: Map<string, Set<Asking>>; length: number; kept: number };

/**
 * Gives places out, and lets those wait for a moment who find none: who leaves goes first, then one network after the other, so that
 * one that asks a thousand times keeps nobody else waiting for more than one turn.
 */
export function turnsIn(room: Room) {
  const leaving: Line = { networks: new Map(), length: 0, kept: 0 };
  const others: Line = { networks: new Map(), length: 0, kept: room.kept };
  const inside = countOf();
  let taken = 0;

  /**
   * @param left aborted when whoever asks has gone.
   * @returns how to give the place back; null where there was none in time.
   */
  return function take(from: string, leaves: boolean, left: AbortSignal) {
    const line = leaves ? leaving : others;
    // Its own share: who sends too much of something else must not keep anybody of their network from leaving.
    const who = leaves ? `${from} leaves` : from;
    if (left.aborted) return Promise.resolve(null);
    if (mayEnter(who, line)) return Promise.resolve(enter(who));
    if (line.length >= room.waiting || (line.networks.get(who)?.size ?? 0) >= room.waitingEach)
      return Promise.resolve(null);
    return new Promise<(() => void) | null>((resolve) => wait(line, who, left, resolve));
  };

  function mayEnter(who: string, { kept }: Line) {
    return taken < room.most - kept && inside.has(who) < room.each;
  }

  function enter(who: string) {
    taken++;
    inside.add(who);
    return () => {
      taken--;
      inside.take(who);
      callNext();
    };
  }

  function wait(line: Line, who: string, left: AbortSignal, resolve: Asking['go']) {
    const asking = { go: end };
    const giveUp = () => end(null);
    const timer = setTimeout(giveUp, room.patience);
    left.addEventListener('abort', giveUp, { once: true });
    const those = line.networks.get(who) ?? new Set();
    line.networks.set(who, those.add(asking));
    line.length++;

    function end(back: (() => void) | null) {
      clearTimeout(timer);
      left.removeEventListener('abort', giveUp);
      those.delete(asking);
      line.length--;
      if (those.size === 0 || back) line.networks.delete(who);
      // Behind the other networks, whose turn is next.
      if (those.size > 0 && back) line.networks.set(who, those);
      resolve(back);
    }
  }

  function callNext() {
    for (const line of [leaving, others])
      for (const [who, those] of line.networks) if (mayEnter(who, line)) return [...those][0]!.go(enter(who));
  }
}

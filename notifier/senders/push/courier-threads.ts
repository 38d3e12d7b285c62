import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { SharedDoor } from '../../door.ts';
import type { Courier, Patience } from './courier.ts';
import type { Order, ThreadParts } from './courier-thread.ts';
import type { Verdict } from './response-table.ts';
import { monotonic } from './shared-time.ts';
import { readVerdicts } from './verdicts.ts';

/** Milliseconds in which a thread learns that the clock was set. */
const beat = 20;

export type ThreadedParts = {
  door: SharedDoor;
  patience: Patience;
  ca: string | undefined;
  answer: (ticket: number, verdict: Verdict) => void;
  /** A thread died, which should not happen: what it had in hand is answered as unanswered, and another takes its place. */
  died: () => void;
};

/** A courier in a thread of its own: encryption and HTTP/2 take their time there. */
export function courierInThread({ door, patience, ca, answer, died }: ThreadedParts): Courier {
  const ahead = new Float64Array(new SharedArrayBuffer(8));
  const inHand = new Set<number>();
  const tellTime = () => void (ahead[0] = door.now().getTime() - monotonic());
  tellTime();
  const clock = setInterval(() => {
    if (inHand.size > 0) tellTime();
  }, beat);
  let thread: Worker | null = start();

  return {
    carry(load) {
      for (const at of load.ids.keys()) inHand.add(load.ticket + at);
      tellTime();
      order({ is: 'carry', load });
    },
    callBack: (origin, authorization) => order({ is: 'call back', origin, authorization }),
    async close() {
      const ended = thread && once(thread, 'exit');
      order({ is: 'close' });
      await ended;
      clearInterval(clock);
    },
  };

  function order(what: Order) {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
    (thread ??= start()).postMessage(what);
  }

  function start() {
    const data: ThreadParts = { bits: door.bits, ahead, patience, ca };
    const worker = new Worker(new URL('courier-thread.ts', import.meta.url), { workerData: data });
    const heard = (ticket: number, verdict: Verdict) => inHand.delete(ticket) && answer(ticket, verdict);
    worker.on('message', (numbers: Float64Array) => readVerdicts(numbers, heard));
    worker.on('error', () => {}); // it exits
    worker.once('exit', (code) => {
      const lost = [...inHand];
      inHand.clear();
      thread = null;
      if (code !== 0) died();
      for (const ticket of lost) answer(ticket, { is: 'unanswered' });
    });
    return worker;
  }
}

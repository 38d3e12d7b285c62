import { parentPort, workerData } from 'node:worker_threads';
import { leftIn } from '../../door.ts';
import { checkedLookup } from './checked-lookup.ts';
import { createCourier, type Load, type Patience } from './courier.ts';
import { monotonic } from './shared-time.ts';
import { writeVerdict } from './verdicts.ts';

export type ThreadParts = {
  bits: SharedArrayBuffer;
  /** One number: how far the door's clock is ahead of the monotonic one. */
  ahead: Float64Array<SharedArrayBuffer>;
  patience: Patience;
  ca: string | undefined;
};
export type Order =
  { is: 'carry'; load: Load } | { is: 'call back'; origin: string; authorization: string | null } | { is: 'close' };

const { bits, ahead, patience, ca } = workerData as ThreadParts;
const port = parentPort!;

/** Numbers of answers, gathered for one turn of the event loop. */
let answers: number[] = [];
const courier = createCourier({
  now: () => ahead[0]! + monotonic(),
  left: leftIn(bits),
  patience,
  ca,
  lookup: checkedLookup,
  answer(ticket, verdict) {
    if (answers.length === 0) setImmediate(hand);
    writeVerdict(answers, ticket, verdict);
  },
});

port.on('message', (order: Order) => {
  if (order.is === 'carry') courier.carry(order.load);
  else if (order.is === 'call back') courier.callBack(order.origin, order.authorization);
  else
    void courier.close().then(() => {
      hand();
      port.close();
    });
});

function hand() {
  if (answers.length > 0) port.postMessage(Float64Array.from(answers));
  answers = [];
}

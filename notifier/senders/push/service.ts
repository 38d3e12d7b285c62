import type { CourierParts, Load } from './courier.ts';
import { connect, type Connection } from './connection.ts';
import { encrypt } from './encrypt.ts';
import type { PushHost } from './push-hosts.ts';

/** What one thread has for one push service: a line of messages, and a connection while there are some. */
export type Service = {
  carry(load: Load): void;
  callBack(authorization: string | null): void;
  close(): Promise<void>;
};

export function openService(host: PushHost, parts: CourierParts): Service {
  /** In the order in which they came; `at` is the next message of a load. */
  let line: { load: Load; at: number }[] = [];
  let connection: Connection | null = null;
  /** With those that the service is taking leave of: what they have on the way is answered yet. */
  const connections = new Set<Connection>();
  let connecting: Promise<void> | null = null;
  let pumping = false;
  let closed = false;

  return {
    carry(load) {
      line.push({ load, at: 0 });
      pumpSoon();
    },
    callBack(authorization) {
      const called = line.filter(({ load }) => authorization === null || load.authorization === authorization);
      line = line.filter((each) => !called.includes(each));
      for (const each of called) answerRest(each, { is: 'held' });
    },
    async close() {
      closed = true;
      this.callBack(null);
      await connecting;
      await Promise.all([...connections].map((each) => each.end()));
    },
  };

  /** Once a turn of the event loop: frames that are made together are written together. */
  function pumpSoon() {
    if (pumping) return;
    pumping = true;
    setImmediate(() => {
      pumping = false;
      pump();
    });
  }

  function pump() {
    if (connection && !connection.usable()) connection = null;
    if (line.length > 0 && !connection) return void (connecting ??= join());
    if (connection) fill(connection);
  }

  function fill(to: Connection) {
    while (to.room() > 0 && line.length > 0) {
      const first = line[0]!;
      if (first.at >= first.load.ids.length) line.shift();
      else sendOne(to, first.load, first.at++);
    }
  }

  async function join() {
    try {
      const made = await connect(host, parts, pumpSoon);
      connections.add(made);
      void made.over.then(() => connections.delete(made));
      connection = made;
    } catch {
      // Why does not matter to who waits; that none was reached does.
      for (const each of line.splice(0)) answerRest(each, { is: 'unsent', connected: false });
    } finally {
      connecting = null;
    }
    if (!closed) pump();
  }

  function sendOne(to: Connection, load: Load, at: number) {
    const ticket = load.ticket + at;
    const keys = load.keys.subarray(at * 81, at * 81 + 81);
    let body: Buffer;
    try {
      body = encrypt(load.payloads[load.which[at]!]!, keys.subarray(0, 65), keys.subarray(65));
    } catch {
      // A point that is not on the curve: what a service says to a request that it cannot read.
      return parts.answer(ticket, { is: 'answered', status: 400, retryAfter: null });
    }
    const why = doorFor(load, at);
    if (why) return parts.answer(ticket, { is: 'kept back', why });
    const seconds = Math.floor((load.expiresAt - parts.now()) / 1000);
    to.post(load, load.paths[at]!, seconds, body, (verdict) => parts.answer(ticket, verdict));
  }

  /** The last moment at which a message can be kept back. Less than a second to live is none: a TTL of 0 would be "now or never". */
  function doorFor(load: Load, at: number) {
    if (parts.left(load.ids[at]!)) return 'left';
    const now = parts.now();
    if (now < load.notBefore) return 'early';
    return load.expiresAt - now < 1000 ? 'late' : null;
  }

  function answerRest({ load, at }: (typeof line)[number], verdict: Parameters<typeof parts.answer>[1]) {
    for (let each = at; each < load.ids.length; each++) parts.answer(load.ticket + each, verdict);
  }
}

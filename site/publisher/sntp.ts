import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { lookup } from 'node:dns/promises';
import { on, once } from 'node:events';
import type { Clock } from '../../db/clock.ts';
import type { Reading } from './second-clocks.ts';
import { answerTo, question, type SntpAnswer } from './sntp-packet.ts';

/**
 * Asks `ntp://host[:port]` once, as SNTPv4 does (RFC 4330). Packets that do not answer our question are passed over.
 * @throws how the server refuses, as the end of a sentence that begins with its name; the system's own errors as they are.
 */
export async function askSntp({ hostname, port }: URL, clock: Clock, signal: AbortSignal): Promise<Reading> {
  const { address, family } = await lookup(hostname.replaceAll(/^\[|\]$/g, ''));
  signal.throwIfAborted();
  const socket = createSocket(family === 6 ? 'udp6' : 'udp4');
  try {
    // A connected socket takes packets from this address alone, and hears that nobody listens there.
    socket.connect(Number(port || 123), address);
    await once(socket, 'connect', { signal });
    const packets = on(socket, 'message', { signal }) as AsyncIterable<[packet: Buffer]>;
    const nonce = randomBytes(8);
    const asked = clock.now().getTime();
    const begun = performance.now();
    socket.send(question(nonce));
    for await (const [packet] of packets) {
      const elapsed = performance.now() - begun;
      const answer = answerTo(nonce, packet);
      if (answer) return compare(answer, asked, elapsed);
    }
    throw new Error('went away');
  } finally {
    socket.close();
  }
}

/** RFC 4330 §5: the offset lies around the middle of both ways, and is as uncertain as half of what they took together. */
export function compare({ received, sent }: SntpAnswer, asked: number, elapsed: number): Reading {
  const kept = sent - received;
  // A server's clock may be as coarse as 10 ms.
  if (kept < 0 || kept > elapsed + 10) throw new Error('tells times that contradict each other');
  return {
    ahead: (asked - received + (asked + elapsed - sent)) / 2,
    uncertainty: Math.max(0, elapsed - kept) / 2,
  };
}

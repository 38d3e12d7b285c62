import type { LookupFunction } from 'node:net';
import type { ChannelId } from '../../../db/subscribers/subscribers.ts';
import type { PushHost } from './push-hosts.ts';
import { openService, type Service } from './service.ts';
import type { Verdict } from './response-table.ts';

/** Messages for one push service that have all in common but whom they go to and what they say. */
export type Load = {
  /** Number of the first message; the next has the next. */
  ticket: number;
  host: PushHost;
  authorization: string;
  urgency: string;
  topic: string;
  /** Epoch milliseconds. */
  notBefore: number;
  expiresAt: number;
  payloads: Uint8Array[];
  /** A message each: whose it is, which payload, the path of its endpoint, and 65 + 16 bytes of keys. */
  ids: Uint32Array;
  which: Uint16Array;
  paths: string[];
  keys: Uint8Array;
};

/** Encrypts, asks the door, sends. Runs in the thread of its owner or in one of its own (courier-thread.ts). */
export type Courier = {
  carry(load: Load): void;
  /** Answers what waits for a service, or for one of our keys there, as held. What is on the way stays so. */
  callBack(origin: string, authorization: string | null): void;
  /** Answers what waits as held, and ends when what is on the way has been answered. */
  close(): Promise<void>;
};

/** Milliseconds, except `streams`: messages that a service has open at once in one thread. */
export type Patience = { connect: number; headers: number; body: number; idle: number; streams: number };

export type CourierParts = {
  /** Epoch milliseconds. */
  now: () => number;
  left: (id: ChannelId) => boolean;
  patience: Patience;
  /** Certificates to trust in the place of the system's. */
  ca: string | undefined;
  lookup: (only: string | null) => LookupFunction;
  answer: (ticket: number, verdict: Verdict) => void;
};

export function createCourier(parts: CourierParts): Courier {
  const services = new Map<string, Service>();
  let closing = false;
  return {
    carry(load) {
      if (closing) {
        for (const at of load.ids.keys()) parts.answer(load.ticket + at, { is: 'held' });
        return;
      }
      const { origin } = load.host;
      let service = services.get(origin);
      if (!service) services.set(origin, (service = openService(load.host, parts)));
      service.carry(load);
    },
    callBack: (origin, authorization) => services.get(origin)?.callBack(authorization),
    async close() {
      closing = true;
      await Promise.all([...services.values()].map((service) => service.close()));
    },
  };
}

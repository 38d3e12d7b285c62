import type { ChannelId } from '../../../db/subscribers/subscribers.ts';
import type { VapidKeys } from '../../keys/vapid.ts';
import type { Message } from '../../messages/message.ts';
import type { Delivery } from '../sender.ts';
import type { PushAddress } from './check-subscription.ts';
import type { Load } from './courier.ts';
import { payloadOf, type Payload } from './payload.ts';
import type { PushHost, PushHosts } from './push-hosts.ts';
import type { VapidHeaders } from './vapid-headers.ts';

/** Deliveries that go to one push service under one key at one time, ready to be packed for a courier. */
export type OpenLoad = {
  host: PushHost;
  /** Id of the VAPID key. */
  key: string;
  messages: OpenMessage[];
  pack(ticket: number, messages: readonly OpenMessage[]): Load;
};
type OpenMessage = { id: ChannelId; path: string; to: PushAddress; bytes: Uint8Array };

/** Why a delivery cannot even be tried. */
export type Unready = 'no push address' | 'unknown host' | 'unknown key' | 'too long';

type Parts = { vapid: VapidKeys; hosts: PushHosts; siteUrl: string; headerOf: VapidHeaders; now: Date };

export function loadsOf(deliveries: readonly Delivery[], { vapid, hosts, siteUrl, headerOf, now }: Parts) {
  const loads = new Map<string, OpenLoad>();
  const unready: { id: ChannelId; why: Unready }[] = [];
  const payloads = new Map<string, Payload | null>();
  /** Who are told the same in the same words share one list. */
  const names = new Map<readonly Message[], string>();
  for (const { id, to, messages, digest, notBefore, expiresAt } of deliveries) {
    const host = to.by === 'push' ? hosts.of(to.endpoint) : null;
    const key = to.by === 'push' ? vapid.of(to.vapidKey) : undefined;
    const payload = payloadFor(messages, digest);
    if (to.by !== 'push') unready.push({ id, why: 'no push address' });
    else if (!host) unready.push({ id, why: 'unknown host' });
    else if (!key) unready.push({ id, why: 'unknown key' });
    else if (!payload) unready.push({ id, why: 'too long' });
    else {
      const { topic, urgency, bytes } = payload;
      const { path, ...service } = host;
      const times = { notBefore: notBefore.getTime(), expiresAt: expiresAt.getTime() };
      const name = [host.origin, key.id, topic, urgency, times.notBefore, times.expiresAt].join(' ');
      let load = loads.get(name);
      if (!load) {
        const authorization = headerOf(host.origin, key, now);
        const common = { host: service, authorization, urgency, topic, ...times };
        load = { host: service, key: key.id, messages: [], pack: (ticket, some) => pack(common, ticket, some) };
        loads.set(name, load);
      }
      load.messages.push({ id, path, to, bytes });
    }
  }
  return { loads: loads.values(), unready };

  /** Words differ by why somebody gets them; most are the same. */
  function payloadFor(messages: readonly Message[], digest: string | undefined) {
    let name = digest === undefined ? names.get(messages) : JSON.stringify([digest, messages]);
    if (name === undefined) names.set(messages, (name = JSON.stringify([null, messages])));
    let payload = payloads.get(name);
    if (payload === undefined) {
      try {
        payload = payloadOf(messages, siteUrl, digest);
      } catch {
        payload = null;
      }
      payloads.set(name, payload);
    }
    return payload;
  }
}

/** As many parts as there are couriers; few messages stay together. */
export function portionsOf<T>(all: readonly T[], couriers: number) {
  const size = Math.max(32, Math.ceil(all.length / couriers));
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
}

function pack(
  common: Omit<Load, 'ticket' | 'payloads' | 'ids' | 'which' | 'paths' | 'keys'>,
  ticket: number,
  messages: readonly OpenMessage[],
): Load {
  const payloads = [...new Set(messages.map(({ bytes }) => bytes))];
  const places = new Map(payloads.map((bytes, at) => [bytes, at]));
  const keys = new Uint8Array(messages.length * 81);
  for (const [at, { to }] of messages.entries()) {
    keys.set(Buffer.from(to.p256dh, 'base64url'), at * 81);
    keys.set(Buffer.from(to.auth, 'base64url'), at * 81 + 65);
  }
  return {
    ...common,
    ticket,
    payloads,
    ids: Uint32Array.from(messages, ({ id }) => id),
    which: Uint16Array.from(messages, ({ bytes }) => places.get(bytes)!),
    paths: messages.map(({ path }) => path),
    keys,
  };
}

import { randomBytes } from 'node:crypto';
import type { AlertEvent } from '../../../db/subscribers/alert-event.ts';
import type { Address } from '../../../db/subscribers/channel.ts';
import type { Claim, Consent, Portion, Settlement, Subscribers } from '../../../db/subscribers/subscribers.ts';
import type { Wishes } from '../../../db/subscribers/wishes.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** 2026-11-22, nine in the morning in Korea, and some time after it. */
export function at(after = 0) {
  return new Date(Date.parse('2026-11-22T00:00:00Z') + after);
}

export function consent(after = 0, words = '2026-11'): Consent {
  return { at: at(after), words, from: 'a keyed hash' };
}

export const wishes: Wishes = {
  places: ['11', '26110'],
  kinds: ['apt', 'remainder'],
  notices: ['2026000001'],
  moments: ['closes-today', 'results'],
  digestAt: 8,
  quiet: { from: 22, to: 7 },
};

export function email(name: string): Address {
  return { by: 'email', address: `${name}@example.kr` };
}

export function push(name: string): Address {
  return {
    by: 'push',
    endpoint: `https://fcm.googleapis.com/fcm/send/${name}`,
    p256dh: randomBytes(65).toString('base64url'),
    auth: randomBytes(16).toString('base64url'),
    vapidKey: '1',
  };
}

export const lane = 'push fcm.googleapis.com';

export function event(id: string, more: Partial<AlertEvent> = {}): AlertEvent {
  return {
    id,
    kind: 'results',
    noticeId: '2026000001',
    noticeName: '등대마을 첫째 단지',
    noticeKind: 'apt',
    sido: '11',
    sigungu: '11680',
    path: '/notices/2026000001/',
    notBefore: at(),
    expiresAt: at(day),
    ...more,
  };
}

export function portion(ids: Iterable<number>, more: Partial<Portion> = {}): Portion {
  return { lane, notBefore: at(), as: 'itself', ids: Uint32Array.from(ids), ...more };
}

/** Confirmed channels, `many` of them. */
export function joined(store: Subscribers, many: number, name = 'device') {
  return Promise.all(
    Array.from({ length: many }, async (_, i) => (await store.join(push(`${name}-${i}`), wishes, consent())).id),
  );
}

export function claimAll(store: Subscribers, after = 0, shut: string[] = [], most = 100) {
  return store.claim({ now: at(after), shut: new Set(shut), most, leaseUntil: at(after + 10 * minute) });
}

/** What a sender would say that has sent all. */
export function sentAll({ chunk, fence, ids }: Claim): Settlement {
  return { chunk, fence, sent: [...ids], ambiguous: [], gone: [], dropped: [], againAt: null };
}

export function sorted(ids: Iterable<number>) {
  return [...ids].sort((a, b) => a - b);
}

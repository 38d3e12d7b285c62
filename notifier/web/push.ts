import { agreedWords, type PushPut, type PushState, type Wishes } from '../../db/alert-pages.ts';
import type { ChannelId } from '../../db/subscribers/subscribers.ts';
import { checkSubscription, type PushAddress } from '../senders/push/check-subscription.ts';
import { refusedAsData, type Answer } from './answer.ts';
import type { Asked } from './asked.ts';
import { consentOf } from './consent.ts';
import type { Gates } from './limits.ts';
import { remember, shutOut } from './memory.ts';
import type { WebParts } from './parts.ts';
import { readPush } from './read-push.ts';
import { wantsSomething } from './read-wishes.ts';

/*
 * Push is asked for by scripts, which show an endpoint: an address that the browser and its push service alone know, so whoever has it
 * is the device. It comes in bodies only.
 */

/** The public key for new subscriptions. */
export async function pushKey(_: Asked, { vapid }: WebParts): Promise<Answer> {
  return { status: 200, json: { key: vapid.newest().publicKey } };
}

/** A subscription, new, changed or as it was. Any number of times; what is the same already is not written again. */
export async function putPush(asked: Asked, parts: WebParts & { gates: Gates }): Promise<Answer> {
  const put = readPush('put', asked.body);
  if (!put) return refusedAsData('unreadable');
  if (put.wishes && put.agreed !== agreedWords) return refusedAsData('not agreed');
  if (put.wishes && !wantsSomething(put.wishes)) return refusedAsData('nothing chosen');
  const { endpoint, keys } = put;
  // A key that is no more is one to change over from: the page subscribes with the newest then.
  const vapidKey = parts.vapid.of(put.vapidKey)?.id ?? '';
  const address = checkSubscription({ endpoint, keys, vapidKey }, parts.hosts, parts.vapid);
  if (typeof address === 'string') return refusedAsData('unreadable', address);
  if (put.again && (await haveLeft([address.endpoint, put.was], parts))) return refusedAsData('unknown');
  const before = await idOf(put.was, parts);
  const known = await idOf(address.endpoint, parts);
  const wishes = put.wishes ?? (known === null && before !== null ? await wishesOf(before, parts) : null);
  if (known === null && !wishes) return refusedAsData('unknown');
  if (known === null && before === null && !parts.gates.device(asked.from)) return refusedAsData('busy');
  const id = await join(asked, address, wishes, parts);
  if (id === null) return refusedAsData('unknown');
  if (before !== null && before !== id) await end(before, 'gone', parts);
  return stateOf(id, parts);
}

/** Ends what a device gets, or erases it: "이 기기의 알림 끝내기", "모두 지우기". Nothing to end is fine too. */
export async function endPush(asked: Asked, parts: WebParts): Promise<Answer> {
  const read = readPush('end', asked.body);
  if (!read) return refusedAsData('unreadable');
  const id = await parts.store.find({ endpoint: read.endpoint });
  if (id !== null && read.forget) {
    shutOut(id, parts);
    await parts.store.forget(id, parts.clock.now());
  } else if (id !== null) await end(id, 'unsubscribed', parts);
  return { status: 200, json: {} };
}

/** A test alert to the device that asks. */
export async function testPush(asked: Asked, parts: WebParts & { gates: Gates }): Promise<Answer> {
  const read = readPush('test', asked.body);
  if (!read) return refusedAsData('unreadable');
  const id = await idOf(read.endpoint, parts);
  if (id === null) return refusedAsData('unknown');
  if (!parts.gates.test(id)) return refusedAsData('busy');
  return { status: 200, json: { sent: await parts.sendTest(id) } };
}

async function idOf(endpoint: PushPut['was'], { store }: WebParts) {
  const id = endpoint === undefined ? null : await store.find({ endpoint });
  return id !== null && (await store.receipt(id))?.state === 'confirmed' ? id : null;
}

/** True where a person has ended what went to one of these: what a device remembers is no reason to tell them again. */
async function haveLeft(endpoints: PushPut['was'][], { store }: WebParts) {
  for (const endpoint of endpoints) {
    const id = endpoint === undefined ? null : await store.find({ endpoint });
    if (id !== null && (await store.receipt(id))?.endedReason === 'unsubscribed') return true;
  }
  return false;
}

async function wishesOf(id: ChannelId, { store }: WebParts): Promise<Wishes | null> {
  return (await store.receipt(id))?.wishes ?? null;
}

async function join(asked: Asked, address: PushAddress, wishes: Wishes | null, parts: WebParts) {
  const { id, state } = await parts.store.join(address, wishes, consentOf(asked, parts));
  if (state !== 'confirmed') return null;
  await remember(id, parts);
  return id;
}

async function end(id: ChannelId, reason: 'unsubscribed' | 'gone', parts: WebParts) {
  shutOut(id, parts);
  await parts.store.end(id, reason, parts.clock.now());
}

async function stateOf(id: ChannelId, { store }: WebParts): Promise<Answer> {
  const receipt = await store.receipt(id);
  if (!receipt) return refusedAsData('unknown');
  const { wishes, joinedAt, consents } = receipt;
  const state: PushState = {
    wishes,
    joinedAt: joinedAt.toISOString(),
    consents: consents.map((each) => ({ ...each, at: each.at.toISOString() })),
  };
  return { status: 200, json: state };
}

import { createHash } from 'node:crypto';
import { agreedWords, type PushPut } from '../../../../db/alert-pages.ts';
import { tokensOf, type Purpose } from '../../../../notifier/tokens.ts';
import { subscription } from '../subscription.ts';
import { confirmed, filledIn, wished, type WebHere } from '../web-here.ts';
import type { Said } from './said.ts';

/** A token that opens nothing, though we have signed some of them, and what is said of it. */
type Wrong = [token: string, said: Said];

/** Those whom nothing hostile may touch, and what a stranger may have got hold of. */
export type People = {
  ids: number[];
  /** What would work. */
  right: Record<Exclude<Purpose, 'bounce'>, string>;
  wrong: Record<Exclude<Purpose, 'bounce'>, Wrong[]>;
  device: PushPut;
  /** Of a device that has left. */
  gone: PushPut;
  /** Of a device that nobody knows yet, with keys that are right. */
  fresh: PushPut[];
  suppressed: string;
};

const agreed = { wishes: wished, agreed: agreedWords };

/** Somebody confirmed who had left once, somebody who is asked, somebody who has left, and two devices of which one has left. */
export async function peopleAt(web: WebHere): Promise<People> {
  const { tokens, store, clock, vapid } = web;
  const ask = (email: string) => web.send('/alerts/subscribe', { ...filledIn, email });
  const [anna, carla] = [await confirmed(web, 'anna@example.kr'), await confirmed(web, 'carla@example.kr')];
  await ask('ben@example.kr');
  const ben = (await store.find({ email: 'ben@example.kr' }))!;
  const before = { manage: tokens.manage(anna, 1), confirm: tokens.confirm(ben, 1) };
  for (const token of [tokens.unsubscribe(anna, 1), tokens.unsubscribe(carla, 1)])
    await web.send('/alerts/unsubscribe/', { token });
  await web.mail();
  await confirmed(web, 'anna@example.kr');
  const late = tokens.manage(anna, 2);
  clock.pass(49 * 3_600_000);
  await ask('ben@example.kr');
  await web.mail();
  await store.suppress('never@example.kr', 'complained', clock.now());

  const key = vapid.newest().publicKey;
  const [device, gone] = [subscription(key), subscription(key)];
  for (const each of [device, gone]) await web.sendJson('PUT', '/alerts/push', { ...each, ...agreed });
  await web.sendJson('DELETE', '/alerts/push', { endpoint: gone.endpoint });
  const foreign = tokensOf(createHash('sha256').update('another key').digest(), clock);
  const nobody = 4_711;

  const ofOthers = (own: Purpose, id: number, generation: number) =>
    (['confirm', 'manage', 'unsubscribe', 'bounce'] as const)
      .filter((purpose) => purpose !== own)
      .map((purpose): Wrong => [tokens[purpose](id, generation), 'unknown']);
  const unknown = (token: string): Wrong => [token, 'unknown'];
  return {
    ids: [anna, ben, carla, (await store.find(device))!, (await store.find(gone))!],
    right: {
      confirm: tokens.confirm(ben, 1),
      manage: tokens.manage(anna, 2),
      unsubscribe: tokens.unsubscribe(anna, 2),
    },
    wrong: {
      confirm: [
        ...ofOthers('confirm', ben, 1),
        [before.confirm, 'expired'],
        ...[tokens.confirm(anna, 1), tokens.confirm(carla, 1), tokens.confirm(nobody, 1)].map(unknown),
        ...[tokens.confirm(ben, 2), foreign.confirm(ben, 1)].map(unknown),
      ],
      manage: [
        ...ofOthers('manage', anna, 2),
        [before.manage, 'expired'],
        [late, 'expired'],
        ...[tokens.manage(anna, 1), tokens.manage(carla, 1), tokens.manage(nobody, 1)].map(unknown),
        ...[tokens.manage(anna, 3), foreign.manage(anna, 2)].map(unknown),
      ],
      unsubscribe: [...ofOthers('unsubscribe', anna, 2), unknown(foreign.unsubscribe(anna, 2))],
    },
    device,
    gone,
    fresh: Array.from({ length: 40 }, () => subscription(key)),
    suppressed: 'never@example.kr',
  };
}

import type { Done } from '../../db/alert-pages.ts';
import { goTo, refused, shown, type Answer } from './answer.ts';
import type { Asked } from './asked.ts';
import { consentOf } from './consent.ts';
import type { Gates } from './limits.ts';
import { remember, shutOut } from './memory.ts';
import { channelOf, tokenIn } from './named.ts';
import type { WebParts } from './parts.ts';
import { wantsSomething, wishesIn } from './read-wishes.ts';

/** One's own page, or the question for the address that a link to it is sent to. */
export async function managePage({ query }: Asked, parts: WebParts): Promise<Answer> {
  return query.has('token') ? ownPage(query, parts) : shown({ page: 'find' });
}

/** What one wants to be told of from now on. */
export async function manage(asked: Asked, parts: WebParts): Promise<Answer> {
  const form = new URLSearchParams(asked.body);
  const channel = await channelOf('manage', tokenIn(form), parts);
  if (typeof channel === 'string') return refused(channel);
  const wishes = wishesIn(form);
  if (!wishes) return refused('unreadable');
  if (!wantsSomething(wishes)) return refused('nothing chosen');
  if (!(await parts.store.change(channel.id, wishes, consentOf(asked, parts)))) return refused('unknown');
  await remember(channel.id, parts);
  return done('changed', tokenIn(form));
}

/** A test alert to the address of the page. */
export async function test(asked: Asked, parts: WebParts & { gates: Gates }): Promise<Answer> {
  const token = tokenIn(new URLSearchParams(asked.body));
  const channel = await channelOf('manage', token, parts);
  if (typeof channel === 'string') return refused(channel);
  if (channel.receipt.state !== 'confirmed') return refused('unknown');
  if (!parts.gates.test(channel.id)) return refused('busy');
  return { ...done('tested', token), afterwards: () => parts.sendTest(channel.id) };
}

/** "모두 지우기": the channel ends, and what is known of it goes with its key. */
export async function forget(asked: Asked, parts: WebParts): Promise<Answer> {
  const channel = await channelOf('manage', tokenIn(new URLSearchParams(asked.body)), parts);
  if (typeof channel === 'string') return refused(channel);
  shutOut(channel.id, parts);
  await parts.store.forget(channel.id, parts.clock.now());
  const { id, generation, receipt } = channel;
  return { ...goTo('forgotten'), afterwards: () => parts.mailer.goodbye(receipt.address, { id, generation }) };
}

function done(what: Done, token: string) {
  return goTo('manage', { token, done: what });
}

async function ownPage(query: URLSearchParams, parts: WebParts): Promise<Answer> {
  const token = tokenIn(query);
  const channel = await channelOf('manage', token, parts);
  if (typeof channel === 'string') return refused(channel);
  const { id, generation, receipt } = channel;
  const unsubscribe = parts.tokens.unsubscribe(id, generation);
  const said = (['changed', 'tested'] as const).find((what) => what === query.get('done')) ?? null;
  return shown({ page: 'manage', token, unsubscribe, receipt, done: said });
}

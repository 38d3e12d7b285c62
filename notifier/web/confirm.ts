import { goTo, refused, shown, type Answer } from './answer.ts';
import type { Asked } from './asked.ts';
import { consentOf } from './consent.ts';
import type { Gates } from './limits.ts';
import { remember } from './memory.ts';
import { channelOf, tokenIn } from './named.ts';
import type { WebParts } from './parts.ts';

/** The page behind the link of a confirmation mail: what was asked for, and one button. */
export async function confirmPage({ query }: Asked, parts: WebParts): Promise<Answer> {
  const token = tokenIn(query);
  const channel = await channelOf('confirm', token, parts);
  if (typeof channel === 'string') return refused(channel);
  if (channel.receipt.state === 'confirmed') return shown({ page: 'confirmed' });
  return shown({ page: 'confirm', token, wishes: channel.receipt.wishes });
}

/** The yes. Twice is as good as once. */
export async function confirm(asked: Asked, parts: WebParts & { gates: Gates }): Promise<Answer> {
  const named = parts.tokens.read('confirm', tokenIn(new URLSearchParams(asked.body)));
  if (typeof named === 'string') return refused(named);
  const said = await parts.store.confirm(named.id, named.generation, consentOf(asked, parts));
  if (said === 'unknown') return refused('unknown');
  if (said === 'confirmed') {
    parts.gates.saidYes(named.id);
    await remember(named.id, parts);
  }
  return goTo('confirmed');
}

import { refused, shown, type Answer } from './answer.ts';
import type { Asked } from './asked.ts';
import { shutOut } from './memory.ts';
import { tokenIn } from './named.ts';
import type { WebParts } from './parts.ts';

/** The page behind the link at the foot of every mail: one button. */
export async function unsubscribePage({ query }: Asked, { tokens }: WebParts): Promise<Answer> {
  const token = tokenIn(query);
  if (typeof tokens.read('unsubscribe', token) === 'string') return refused('unknown');
  return shown({ page: 'unsubscribe', token });
}

/**
 * Ends a channel at once: the button, or a mail program's one click (RFC 8058), which sends no cookie, no origin, and the token in
 * the address. The token is all it takes. One of an earlier generation ends the channel too: whoever presses it has had enough.
 */
export async function unsubscribe({ query, body }: Asked, parts: WebParts): Promise<Answer> {
  const token = tokenIn(query) || tokenIn(new URLSearchParams(body));
  const named = parts.tokens.read('unsubscribe', token);
  if (typeof named === 'string') return refused('unknown');
  shutOut(named.id, parts);
  await parts.store.end(named.id, 'unsubscribed', parts.clock.now());
  return shown({ page: 'ended' });
}

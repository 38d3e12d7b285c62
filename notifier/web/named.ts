import type { Receipt } from '../../db/subscribers/subscribers.ts';
import type { Named, Purpose } from '../tokens.ts';
import type { WebParts } from './parts.ts';

/** The token of a request: in the address of a page, or in a field of its form. */
export function tokenIn(fields: URLSearchParams) {
  return fields.get('token') ?? '';
}

/**
 * The channel that a token names, as long as it is the one that the token was made for.
 * @returns why there is none, else: `unknown` for a token of nobody and for a channel that has ended alike.
 */
export async function channelOf(
  purpose: Exclude<Purpose, 'unsubscribe'>,
  token: string,
  { tokens, store }: Pick<WebParts, 'tokens' | 'store'>,
): Promise<(Named & { receipt: Receipt }) | 'expired' | 'unknown'> {
  const named = tokens.read(purpose, token);
  if (typeof named === 'string') return named;
  const receipt = await store.receipt(named.id);
  if (!receipt || receipt.generation !== named.generation || receipt.state === 'ended') return 'unknown';
  return { ...named, receipt };
}

import type { Clock } from '../../db/clock.ts';
import type { Channels } from '../../db/subscribers/subscribers.ts';
import type { Tokens } from '../tokens.ts';
import type { Bounce } from './read-bounce.ts';

export type TakingBounces = {
  channels: Pick<Channels, 'receipt' | 'end'>;
  tokens: Pick<Tokens, 'read'>;
  clock: Clock;
};

/**
 * Does what a bounce asks for. The channel of an address that is gone ends, and nobody can sign it up again; anything that may pass changes
 * nothing and is for the caller to count. `unknown`: a token that is not ours, or of a channel that has ended or is another by now.
 */
export async function takeBounce(
  { token, permanent }: Bounce,
  { channels, tokens, clock }: TakingBounces,
): Promise<'ended' | 'passing' | 'unknown'> {
  const named = tokens.read('bounce', token);
  if (typeof named === 'string') return 'unknown';
  const receipt = await channels.receipt(named.id);
  if (receipt?.by !== 'email' || receipt.generation !== named.generation || receipt.state === 'ended') return 'unknown';
  if (!permanent) return 'passing';
  await channels.end(named.id, 'bounced', clock.now());
  return 'ended';
}
